import StoreModel
import Synchronization

/// An upload and what became of it (`Get-TeamTargetingHierarchyStatus`).
struct HierarchyUpload: Hashable, Codable, Sendable {
  enum Status: String, Hashable, Codable, Sendable {
    case starting = "Starting"
    case validating = "Validating"
    case successful = "Successful"
    case failed = "Failed"
  }
  var id: String
  var status: Status
  var file: String
  var by: String
  /// When the status last changed.
  var when: Timestamp
  var problems: [TargetingProblem]

  /// Whether it is decided.
  var isOver: Bool { status == .successful || status == .failed }
}

/// How many rows of an upload were read, of how many; counted where the file is checked, read where somebody asks.
final class RowCount: Sendable {
  private let rows = Mutex((read: 0, all: 0))

  var now: (read: Int, all: Int) { rows.withLock { $0 } }
  func set(_ read: Int, of all: Int) { rows.withLock { $0 = (read, all) } }
}
