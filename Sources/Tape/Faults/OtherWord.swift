import Terminal

/// Where somebody is led who begins a step with a word of another tool, or with a command's name.
public enum OtherWord: Hashable, Sendable {
  /// `Press F9`: a key is its own step; the key, if it is one.
  case key(String?)
  /// `Sleep 3`: time is waited for or moved.
  case time
  /// `Screenshot`: a screen is expected, or written by a flag.
  case screen
  /// `SignIn`: there are several ways.
  case signIn
  /// A command's name.
  case command(String)

  /// What a first word stands for elsewhere; nil for a word that says nothing.
  ///
  /// - Parameter argument: what stands behind it.
  init?(_ word: String, before argument: String?, commands: [String]) {
    let plain = word.lowercased()
    switch plain {
    case "press", "key", "keys", "send", "sendkeys", "send-keys", "hit":
      self = .key(argument.flatMap { Key($0) == nil ? nil : $0 })
    case "sleep", "delay", "time": self = .time
    case "screenshot", "screen", "output": self = .screen
    case "sign", "signin", "sign-in", "login", "logon", "user": self = .signIn
    default:
      let dashed = word.reduce(into: "") { $0 += ($1.isUppercase && !$0.isEmpty ? "-" : "") + $1.lowercased() }
      guard let command = [plain, dashed].first(where: commands.contains) else { return nil }
      self = .command(command)
    }
  }

  /// What to write.
  var advice: String {
    switch self {
    case .key(let key?): "a key's name is the step, write \(key)"
    case .key(nil): "a key's name is the step, such as F9 or Down 3; text is typed with Type"
    case .time: "write Wait \"text\" for what is to come, or Advance 3s to move the clock"
    case .screen: "write Expect Screen NAME, or play with --text FILE --at LINE"
    case .signIn: "write Approve as worker, or Do sign-in and then Phone as mei"
    case .command(let command): "a command is run with Do, write Do \(command)"
    }
  }
}
