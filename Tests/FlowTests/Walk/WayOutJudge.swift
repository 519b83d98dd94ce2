import Terminal

@testable import Workspace

/// Whether somebody who is lost finds out: by Esc to a page where they know the way, and there to help.
enum WayOutJudge {
  /// Esc so often at most; typed text, marks, a filter and a question each take one.
  private static let patience = 12

  static func judge(_ given: AppState) throws(Objection) {
    guard given.size.holdsPages else { return }
    try judgeHelp(given)
    var state = given
    for _ in 0..<patience {
      if isHome(state) { break }
      // Esc means writing on here; the question itself names the way out.
      let isAboutNote = state.overlay == .question(.leaveNote)
      _ = update(&state, .terminal(.key(isAboutNote ? Key(.character("d")) : Key(.escape))))
    }
    guard isHome(state) else { throw Objection("way out", "Esc leads nowhere from \(Self.place(given))") }
  }

  /// F1 tells what can be done here, wherever a key does anything.
  private static func judgeHelp(_ given: AppState) throws(Objection) {
    if case .finder = given.overlay { return }
    switch given.page {
    case .leaving, .receipt: return
    default: break
    }
    var state = given
    _ = update(&state, .terminal(.key(Key(.function(1)))))
    guard case .finder = state.overlay else { throw Objection("help", "F1 does nothing on \(place(given))") }
    _ = update(&state, .terminal(.key(Key(.escape))))
    guard state.overlay == given.overlay, state.area == given.area else {
      throw Objection("help", "Esc out of help leads elsewhere from \(place(given)): \(place(state))")
    }
  }

  private static func isHome(_ state: AppState) -> Bool {
    switch state.overlay {
    case nil: break
    // A PIN the settings want has to be set first.
    case .pin: return mustSetPIN(state)
    default: return false
    }
    if state.phone != nil { return false }
    switch state.page {
    case .tasks, .start: return state.isAtTop
    case .locked, .leaving, .receipt: return true
    default: return false
    }
  }

  private static func place(_ state: AppState) -> String {
    "\(state.area) \(String("\(state.overlay as Any)".prefix(200)))"
  }
}
