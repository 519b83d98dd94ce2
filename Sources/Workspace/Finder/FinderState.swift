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
  /// What is searched for.
  public var field = TextField(limit: 40)
  /// The selected row.
  public var cursor = ListCursor()

  /// A finder over the commands of an area.
  public init(kind: Kind, area: Area) {
    self.kind = kind
    self.area = area
  }

  /// The commands that match what was typed by name, words, key or POS operation number; all when nothing was.
  func matches(_ words: Words) -> [Command] {
    let live = Catalogue.live(in: area).filter { kind == .help || !$0.isMovement }
    let wanted = field.string.lowercased().split(separator: " ")
    guard !wanted.isEmpty else { return live }
    return live.filter { command in
      let haystack =
        [command.id.rawValue, words(command.label), words(command.help), command.operation.map(String.init) ?? ""]
        .joined(separator: " ").lowercased()
      let keys = command.keys.map { $0.spelling.lowercased() }
      return wanted.allSatisfy { word in haystack.contains(word) || keys.contains(String(word)) }
    }
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
