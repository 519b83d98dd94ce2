public import StoreModel
import Yams

/// A store profile as a file in YAML (`terminal.profile`).
///
///     store: "012"
///     register: "3"            # may be left out: the terminal's setting counts
///     chain: Contoso
///     name: Brackwater
///     team: 9a3f2c10-…         # left out: the store has no team
///     plans: []                # none: every plan of the team
///     integration: on
///     issued: 2026-11-23T06:00:00Z
///     accounts:
///       - user: 5e0c7d1a-…     # object id
///         username: mei@contoso.example
///         name: Mei-Lin Tran
///         role: worker         # worker, manager, regional, communications
///         manageTasks: no
///     otherStores:             # accounts that are told which store is theirs
///       - user: 1b7d…
///         store: "027"
public enum ProfileDocument {
  /// What the settings of this terminal say of it; nil where they are silent.
  public struct Terminal: Hashable, Sendable {
    /// `terminal.store`.
    public var store: String?
    /// `terminal.register`.
    public var register: String?

    /// A terminal as its settings describe it.
    public init(store: String? = nil, register: String? = nil) {
      self.store = store
      self.register = register
    }
  }

  /// Reads the file's bytes; register and chain are empty where nothing says them. Throws everything that is wrong with it, contradictions to the terminal's settings too.
  public static func read(_ bytes: [UInt8], on terminal: Terminal = Terminal()) throws(DocumentFaults) -> StoreProfile {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DocumentFaults([DocumentFault(.whole, .notUTF8)])
    }
    guard let root = try compose(text) else { throw DocumentFaults([DocumentFault(.whole, .empty)]) }
    var reader = ProfileReader(terminal: terminal)
    let profile = reader.profile(root)
    guard let profile, reader.faults.isEmpty else { throw DocumentFaults(reader.faults) }
    return profile
  }

  private static func compose(_ text: String) throws(DocumentFaults) -> Node? {
    do {
      return try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw DocumentFaults([fault(error)])
    } catch {
      throw DocumentFaults([DocumentFault(.whole, .notYAML(reason: ""))])
    }
  }

  private static func fault(_ error: YamlError) -> DocumentFault {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      DocumentFault(.line(mark.line, column: mark.column), .notYAML(reason: problem))
    case .duplicatedKeysInMapping(let duplicates, let context):
      DocumentFault(
        .line(context.mark.line, column: context.mark.column),
        .notYAML(reason: "twice the same key: \(duplicates.first ?? "")"))
    default: DocumentFault(.whole, .notYAML(reason: ""))
    }
  }
}
