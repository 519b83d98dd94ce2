/// A command's permanent name, used in settings, tapes, help and logs.
public enum CommandID: String, Hashable, Sendable, CaseIterable {
  case help
  case palette
  case repaint
  case cancel
  case back
  case quit
  case moveUp = "move-up"
  case moveDown = "move-down"
  case pageUp = "page-up"
  case pageDown = "page-down"
  case moveFirst = "move-first"
  case moveLast = "move-last"
  case open
  case signIn = "sign-in"
  case newCode = "new-code"
  case practicePhone = "practice-phone"
  case phoneDecline = "phone-decline"
}
