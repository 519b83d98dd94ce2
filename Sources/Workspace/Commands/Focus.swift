import Terminal

extension AppState {
  /// Whether a command does something where the keys go now; what it does not do there it may still say.
  public func reaches(_ command: Command) -> Bool {
    command.areas.contains(.everywhere) || command.areas.contains(area)
  }

  /// The area whose keys come first: the overlay's, else the page's.
  var area: Area {
    switch overlay {
    case .finder: return .finder
    case .quit: return .quitQuestion
    case .signOut: return .signOutQuestion
    case .status: return .statusMenu
    case .decision: return .decision
    case .choice: return .choice
    case .entry: return .entry
    case .question: return .question
    case .pin: return .pin
    case nil: break
    }
    if phone?.page != nil { return .phone }
    switch page {
    case .start: return .start
    case .code(let code): return code.isElsewhere ? .address : .code
    case .tasks:
      if shift?.board.filter.isTyping == true { return .filter }
      return shift?.board.pane == nil ? .tasks : .listsPane
    case .news: return .news
    case .note: return .note
    case .history: return .history
    case .task: return .task
    case .standing: return .standing
    case .locked: return .locked
    case .leaving, .receipt: return .everywhere
    }
  }

  /// Whether a key of a command is typed here instead: F1 does not name it.
  func types(_ key: Key, of command: Command) -> Bool {
    guard isTyping, key.isPrintable, area != .start, command.id != .tick else { return false }
    if case .choice(let choice) = overlay { return choice.search != nil }
    return true
  }

  /// The keys of a command that work here.
  func liveKeys(of command: Command) -> [Key] { keymap.keys(of: command).filter { !types($0, of: command) } }

  /// Whether printable keys go to a text field before they are read as commands.
  public var isTyping: Bool {
    switch area {
    case .finder, .start, .filter, .choice, .entry, .note, .pin, .address: true
    default: false
    }
  }
}
