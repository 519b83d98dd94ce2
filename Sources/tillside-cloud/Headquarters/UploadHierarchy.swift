import ArgumentParser
import CloudWire
import Glibc
import PracticeCloud

/// Gives Teams a hierarchy, and tells how its check goes on.
struct UploadHierarchy: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upload",
    abstract: "Give Teams a targeting hierarchy; it replaces the last one, or every error is named.")
  @Argument(help: ArgumentHelp("CSV file.", valueName: "file")) var file: String?
  @Option(help: ArgumentHelp("A hierarchy of headquarters, as it would be downloaded.", valueName: "name"))
  var from: String?
  @OptionGroup var options: ControlOptions

  func validate() throws {
    guard (file == nil) != (from == nil) else { throw ValidationError("Give a file or --from NAME.") }
  }

  func run() async throws {
    try await reporting {
      var body: JSON.Object = ["action": "upload", "wait": false]
      if let file {
        body["csv"] = .string(try LinkTeams.read(file))
        body["file"] = .string(file.split(separator: "/").last.map(String.init) ?? file)
      }
      body["from"] = from.map(JSON.string)
      let answer = try await settled(options.call("hq/hierarchies", body))
      print(line: options.text(answer, plain: hierarchies(answer)))
    }
  }

  /// Asks until the upload is decided, and says each state it goes through.
  private func settled(_ first: JSON?) async throws -> JSON? {
    var (answer, told) = (first, [String]())
    let id = UploadStanding(first)?.id
    while true {
      guard let standing = UploadStanding(answer), standing.id == id else { throw CloudFault.uploadGone }
      for line in standing.lines(after: told) {
        if !options.json { print(line: line, to: STDERR_FILENO) }
        told.append(line)
      }
      switch standing.status {
      case .successful: return answer
      case .failed: throw CloudFault.fileRefused(standing.problems)
      case .starting, .validating: try? await Task.sleep(for: .milliseconds(100))
      }
      answer = try await options.look("hq/hierarchies")
    }
  }
}

/// How far the last upload of a hierarchy is.
struct UploadStanding {
  /// The states Teams names, in their order.
  enum Status: String {
    case starting = "Starting"
    case validating = "Validating"
    case successful = "Successful"
    case failed = "Failed"
  }

  let id: String
  let file: String
  let status: Status
  let problems: [CloudFault.Refusal]
  private let rows: (read: Int, all: Int)?

  /// The upload an answer of `hq/hierarchies` tells of; nil when there was none.
  init?(_ answer: JSON?) {
    guard let upload = answer?["upload"], let id = upload["id"]?.string,
      let status = upload["status"]?.string.flatMap(Status.init)
    else { return nil }
    self.id = id
    self.status = status
    file = upload["fileName"]?.string ?? ""
    problems = (upload["errorDetails"]?.array ?? []).map { CloudFault.Refusal($0, what: status.rawValue) }
    let (read, all) = (upload["rows"]?["read"]?.int, upload["rows"]?["all"]?.int)
    rows = if let read, let all { (read, all) } else { nil }
  }

  /// `Validating, 4,000 of 15,000 rows`.
  var line: String {
    if status == .failed { return "Failed: \(counted(problems.count, "error"))" }
    return status.rawValue + (rows.map { ", \(grouped($0.read)) of \(counted($0.all, "row"))" } ?? "")
  }

  /// What is new to say; a state that passed too quickly to be asked about is said too.
  func lines(after told: [String]) -> [String] {
    guard told.last != line else { return [] }
    let isPassed = status == .successful || status == .failed
    let missed = isPassed && !told.contains { $0.hasPrefix(Status.validating.rawValue) }
    return (missed ? [Status.validating.rawValue] : []) + [line]
  }
}
