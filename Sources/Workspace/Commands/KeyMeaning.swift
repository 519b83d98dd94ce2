public import Strings
public import Terminal

/// What a key would do, for those who look on: recorders, logs, coverage.
extension AppState {
  /// The command a key stands for here; nil where a field takes it, or nothing does.
  public func command(for key: Key) -> CommandID? {
    guard size.holdsPages else { return nil }
    if case .receipt = page, overlay == nil { return nil }
    var tried = self
    if isTyping, type(key, into: &tried) { return nil }
    return keymap.command(for: key, in: area)?.id
  }

  /// What a key does here: as the row of keys says it, else by its command's name; nil where it is typed or does nothing.
  public func label(of key: Key) -> String? {
    let command = command(for: key)
    if command == nil, key.isPrintable, isTyping { return nil }
    let shown = Painter(size: size, look: look).footerKeys(self).first { shown in
      guard let meant = shown.command else { return shown.spelling == key.footerSpelling }
      return meant == command
    }
    return shown?.label ?? command.flatMap(Catalogue.command).map { look.words($0.label) }
  }

  /// Why a command cannot be done now; nil when it can.
  public func withheld(_ id: CommandID) -> TextKey? {
    guard let command = Catalogue.command(id), case .withheld(let reason) = availability(of: command) else {
      return nil
    }
    return reason
  }

  /// Whether what is typed or pasted here must never be written down: a PIN, or an address with a sign-in's answer.
  public var takesSecrets: Bool {
    if case .pin = overlay { return true }
    if case .code = page, overlay == nil { return true }
    return false
  }

  /// Whether Enter answers or chooses here rather than opening something.
  public var isAsking: Bool {
    switch area {
    case .tasks, .task, .standing, .news, .history, .listsPane: false
    default: true
    }
  }

  /// Whether digits typed here are a PIN, which the screen shows as stars.
  public var takesPIN: Bool {
    if case .pin = overlay { true } else { mayBeginPIN }
  }

  /// Whether a digit typed here begins a PIN.
  public var mayBeginPIN: Bool {
    if case .locked = page, overlay == nil { hasPIN } else { false }
  }
}
