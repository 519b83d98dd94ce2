/// Turns what a cell means into how it looks. Colour only repeats what a word or a sign already says.
public struct Theme: Hashable, Sendable {
  /// Name in settings and on the command line.
  public let name: String
  private let looks: [Appearance]
  private let selected: Selection

  /// How the selection bar changes a look.
  private enum Selection: Hashable, Sendable {
    /// Exchanges the colours and drops those of the role, so that the bar is one bar.
    case reversed
    /// Has colours of its own.
    case colored(foreground: UInt8, background: UInt8)
  }

  private init(name: String, selected: Selection, _ look: (Role) -> Appearance) {
    self.name = name
    self.selected = selected
    looks = Role.allCases.map(look)
  }

  /// How a style looks.
  public subscript(_ style: Style) -> Appearance {
    var look = looks[Int(style.role.rawValue)]
    guard style.isSelected else { return look }
    look.attributes.remove(.dim)
    switch selected {
    case .reversed:
      look.foreground = nil
      look.background = nil
      look.attributes.insert(.reverse)
    case .colored(let foreground, let background):
      look.foreground = foreground
      look.background = background
      look.attributes.remove(.reverse)
    }
    return look
  }

  /// The themes, the default first.
  public static let all = [colour, mono, contrast]

  /// The theme of a name.
  public init?(named name: String) {
    guard let found = Theme.all.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  /// The default: the terminal's own foreground and background, a few colours that read on light and dark.
  public static let colour = Theme(name: "colour", selected: .reversed) { role in
    switch role {
    case .normal: Appearance()
    case .heading, .key, .code: Appearance(.bold)
    case .muted, .rule: Appearance(.dim)
    case .warning: Appearance(.bold, foreground: 5)
    case .danger: Appearance(.bold, foreground: 1)
    case .good: Appearance(foreground: 2)
    case .practice: Appearance([.bold, .reverse], foreground: 6)
    case .field: Appearance(.underline)
    case .qr: Appearance(foreground: 0, background: 15)
    }
  }

  /// No colour at all: `NO_COLOR`, `--no-color` and terminals without colour, which are taken to be dark.
  public static let mono = Theme(name: "mono", selected: .reversed) { role in
    switch role {
    case .normal, .good: Appearance()
    case .heading, .key, .code, .warning: Appearance(.bold)
    case .muted, .rule: Appearance(.dim)
    case .danger: Appearance([.bold, .underline])
    case .practice: Appearance([.bold, .reverse])
    case .field: Appearance(.underline)
    case .qr: Appearance(.reverse)
    }
  }

  /// Light on black at 4.5:1 or better in every role (WCAG 2.2, 1.4.3), nothing dim.
  public static let contrast = Theme(name: "contrast", selected: .colored(foreground: 0, background: 7)) { role in
    switch role {
    case .normal, .muted, .rule: Appearance(foreground: 7, background: 0)
    case .heading, .key, .code: Appearance(.bold, foreground: 7, background: 0)
    case .warning: Appearance(.bold, foreground: 3, background: 0)
    case .danger: Appearance([.bold, .underline], foreground: 7, background: 0)
    case .good: Appearance(foreground: 2, background: 0)
    case .practice: Appearance(.bold, foreground: 6, background: 0)
    case .field: Appearance(.underline, foreground: 7, background: 0)
    case .qr: Appearance(foreground: 0, background: 7)
    }
  }
}
