import StoreModel
import Tape
import TaskSync

@testable import Workspace

/// Whether anything of the work is to be seen, or known, where nobody is signed in.
struct SecretJudge {
  private var titles: Set<String> = []
  private var wasWorking = false

  /// What sync tells is what must not be seen later.
  mutating func hear(_ event: SyncEvent) {
    switch event {
    case .tasks(let changed, _): for seen in changed { learn(seen.task.title) }
    case .details(let details):
      learn(details.note)
      for item in details.checklist { learn(item.title) }
    default: break
    }
  }

  private mutating func learn(_ text: String) {
    let start = text.prefix(16)
    guard start.count == 16, start.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == " ") }) else { return }
    // A colleague of the hostile texts is called so, and the lock page names who locked.
    if !start.hasPrefix("Signed in as") { titles.insert(String(start)) }
  }

  mutating func judge(_ screen: TapeScreen, of state: AppState) throws(Objection) {
    defer { wasWorking = state.session != nil }
    guard state.session == nil else { return }
    let text = screen.rows.joined(separator: "\n")
    for secret in titles where text.contains(secret) { throw Objection("secret", "\(secret) is on the screen") }
    if text.lowercased().contains(WalkTexts.mark) { throw Objection("secret", "what was written is on the screen") }
    guard wasWorking else { return }
    guard state.shift == nil, state.draft == nil, state.asked.isEmpty, state.typedBelow == nil else {
      throw Objection("secret", "the state keeps something of the session")
    }
    let known =
      "\(state.page) \(state.overlay as Any) \(state.notice as Any) \(state.place as Any) \(state.locked as Any)"
    if known.lowercased().contains(WalkTexts.mark) || titles.contains(where: known.contains) {
      throw Objection("secret", "the state keeps a text: \(known)")
    }
  }
}
