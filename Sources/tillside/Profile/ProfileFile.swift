import StoreDocuments
import StoreModel
import Strings
import Workspace

/// The store profile of a real tenant: the file that `terminal.profile` names.
enum ProfileFile {
  /// Why it cannot be used.
  enum Fault: Error, Equatable {
    case unreadable(TextFile.Fault)
    case wrong(path: String, DocumentFaults)
  }

  /// Reads the profile of a terminal; nil when the settings name none.
  static func read(_ terminal: Settings.Terminal) throws(Fault) -> StoreProfile? {
    guard let path = terminal.profile else { return nil }
    var profile = try read(path, on: .init(store: terminal.chosenStore, register: terminal.chosenRegister))
    if profile.register.isEmpty { profile.register = terminal.register }
    if profile.chain.isEmpty { profile.chain = Till.namelessChain }
    return profile
  }

  /// Reads a profile for a terminal of which the settings say this much.
  static func read(_ path: String, on terminal: ProfileDocument.Terminal = .init()) throws(Fault) -> StoreProfile {
    let bytes: [UInt8]
    do throws(TextFile.Fault) { bytes = try TextFile.read(path) } catch { throw .unreadable(error) }
    do throws(DocumentFaults) {
      return try ProfileDocument.read(bytes, on: terminal)
    } catch {
      throw .wrong(path: path, error)
    }
  }
}

extension StoreProfile {
  /// `012 Brackwater`, or the number alone.
  var storeTitle: String { storeName.isEmpty ? storeNumber : storeNumber + " " + storeName }
}

extension ProfileFile.Fault {
  /// One line for each thing that is wrong.
  func lines(_ words: Words) -> [String] {
    switch self {
    case .unreadable(let fault):
      [words(.profileUnreadable, ["place": fault.path, "reason": fault.reason])]
    case .wrong(let path, let faults): faults.lines(path, words)
    }
  }
}
