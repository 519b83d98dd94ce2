import Strings
public import Terminal

/// Help and palette: the commands that are live where the worker is, filtered as they type, run by Enter.
public struct FinderState: Equatable, Sendable {
  /// How it was opened.
  public enum Kind: Hashable, Sendable { case help, palette }

  /// How it was opened.
  public var kind: Kind
  /// Where the worker was, whose commands it lists.
  public var area: Area
  /// What lay over the page; it is there again when the finder closes.
  public var below: Overlay?
  /// What is searched for.
  public var field = TextField(limit: 40)
  /// The selected row.
  public var cursor = ListCursor()

  /// A finder over the commands of an area.
  public init(kind: Kind, area: Area, over below: Overlay? = nil) {
    self.kind = kind
    self.area = area
    self.below = below
  }

  /// The state without the finder: what can be done is what can be done there.
  func closed(_ state: AppState) -> AppState {
    var state = state
    state.overlay = below
    return state
  }

  /// The commands that match what was typed by name, words, key or POS operation number, best first; all when nothing was.
  func matches(_ state: AppState) -> [Command] {
    let below = closed(state)
    let live = Catalogue.live(in: area).filter { command in
      guard state.offers(command) else { return false }
      guard kind == .help else { return !command.isMovement }
      return state.keymap.keys(of: command).isEmpty || !below.liveKeys(of: command).isEmpty
    }
    let typed = field.string.filter { $0 != " " }
    let wanted = field.string.lowercased().split(separator: " ").map(String.init)
    guard !wanted.isEmpty else { return live }
    let words = state.look.words
    var best: [Command] = []
    var named: [Command] = []
    var rest: [Command] = []
    for command in live {
      let keys = state.keymap.keys(of: command).flatMap { [$0.spelling, state.look.name(of: $0)] }
      let number = command.operation.map(String.init) ?? ""
      let isKey = keys.contains { $0 == typed || typed.count > 1 && $0.lowercased() == typed.lowercased() }
      let haystack = [command.id.rawValue, words(command.label), words(command.help), number]
        .joined(separator: " ").lowercased()
      if isKey || number == typed {
        best.append(command)
      } else if words(command.label).lowercased().hasPrefix(wanted.joined(separator: " ")) {
        named.append(command)
      } else if wanted.allSatisfy({ word in haystack.contains(word) || keys.contains { $0.lowercased() == word } }) {
        rest.append(command)
      }
    }
    return best + named + rest
  }
}

extension Command {
  /// Whether it only moves the selection; the palette leaves these out.
  var isMovement: Bool {
    switch id {
    case .moveUp, .moveDown, .pageUp, .pageDown, .moveFirst, .moveLast: true
    default: false
    }
  }
}
