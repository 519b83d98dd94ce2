public import Strings
import Synchronization
import Terminal
import Workspace

/// What the tapes played so far have touched of the program, and what they have not; safe from any thread.
public final class TapeCoverage: Sendable {
  private struct Books {
    var commands: Set<CommandID> = []
    var reasons: Set<String> = []
    var languages: Set<String> = []
  }

  /// Notes the texts; give it to the stages that are watched.
  public let witness = WordWitness()
  private let books = Mutex(Books())

  /// Nothing touched yet.
  public init() {}

  /// Looks on while something is played on a stage in a language.
  public func watch(_ stage: HeadlessStage, language: String) {
    books.withLock { _ = $0.languages.insert(language) }
    stage.observe { [self] message, state in
      switch message {
      case .command(let id): note(id, state)
      case .terminal(.key(let key)): if let id = state.command(for: key) { note(id, state) }
      case .terminal(.mouse(let report)) where report.action == .press:
        if let id = state.command(at: report.position) { note(id, state) }
      default: break
      }
    }
  }

  /// What no tape has touched, by kind, each in order.
  ///
  /// - Parameter languages: the codes of all languages there are.
  public func gaps(languages: [String]) -> [CoverageGap] {
    let (commands, reasons, spoken) = books.withLock { ($0.commands, $0.reasons, $0.languages) }
    let texts = witness.keys
    var gaps: [CoverageGap] = []
    for id in CommandID.allCases where !commands.contains(id) {
      gaps.append(CoverageGap(kind: .command, name: id.rawValue))
    }
    for text in TextKey.onScreen {
      let isTouched = text.kind == .reason ? reasons.contains(text.key) : texts.contains(text.key)
      if !isTouched { gaps.append(CoverageGap(kind: text.kind, name: text.key)) }
    }
    for language in languages where !spoken.contains(language) {
      gaps.append(CoverageGap(kind: .language, name: language))
    }
    return gaps
  }

  private func note(_ id: CommandID, _ state: AppState) {
    let reason = state.withheld(id)?.key
    books.withLock { books in
      if let reason { books.reasons.insert(reason) } else { books.commands.insert(id) }
    }
  }
}

/// Something no tape has touched.
public struct CoverageGap: Hashable, Sendable {
  /// What kind of thing it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A command that was never done.
    case command
    /// A reason for which a command cannot be done, never given.
    case reason
    /// A refusal or trouble that never came.
    case error
    /// A text that was never asked for.
    case text
    /// A language no tape is played in.
    case language
  }

  /// What kind of thing it is.
  public var kind: Kind
  /// Its permanent name.
  public var name: String

  init(kind: Kind, name: String) {
    self.kind = kind
    self.name = name
  }
}

extension TextKey {
  fileprivate var kind: CoverageGap.Kind {
    if key.hasPrefix("reason.") { return .reason }
    let errors = ["refusal.", "storage.", "trouble.", "limit."]
    return errors.contains { key.hasPrefix($0) } ? .error : .text
  }
}
