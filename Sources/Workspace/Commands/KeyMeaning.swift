public import Strings
public import Terminal

/// What a key means that no field takes at once.
enum KeyMeaning {
  case command(Command)
  /// It asked the question that is open and does not answer it.
  case nothing
  /// No command takes it here.
  case unclaimed
}

/// What a key would do, for those who look on: recorders, logs, coverage.
extension AppState {
  /// The command a key stands for here; nil where a field takes it, or nothing does.
  public func command(for key: Key) -> CommandID? {
    guard size.holdsPages else { return commandWhenTooSmall(for: key)?.id }
    if case .receipt = page, overlay == nil { return nil }
    var tried = self
    if chooseByDigit(key, &tried) != nil || isTyping && type(key, into: &tried) { return nil }
    guard case .command(let command) = meaning(ofUntyped: key) else { return nil }
    return command.id
  }

  /// What a key means that no field takes at once.
  func meaning(ofUntyped key: Key) -> KeyMeaning {
    guard let command = keymap.command(for: key, in: area), !isMeantForTheField(command) else { return .unclaimed }
    return key.isPrintable && isAsked(command) ? .nothing : .command(command)
  }

  /// A screen that is too small shows nothing to decide on: only the way out works.
  func commandWhenTooSmall(for key: Key) -> Command? {
    keymap.command(for: key, in: .everywhere).flatMap { [.cancel, .repaint, .lock].contains($0.id) ? $0 : nil }
  }

  /// Whether the question is the command's own. A letter is easily typed twice: it does not answer what it asked.
  private func isAsked(_ command: Command) -> Bool {
    switch (overlay, command.id) {
    case (.quit, .quit), (.signOut, .signOut): true
    default: false
    }
  }

  /// A letter typed on although it asked a question: a command that cannot be done now does not take it.
  private func isMeantForTheField(_ command: Command) -> Bool {
    guard case .quit(typed: .some) = overlay else { return false }
    return command.id == .quit || availability(of: command) != .enabled
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
