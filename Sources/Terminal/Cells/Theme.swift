/// Turns what a cell means into how it looks. Colour only repeats what a word or a sign already says.
public struct Theme: Hashable, Sendable {
  /// Name in settings and on the command line.
  public let name: String
  private let looks: [Appearance]
  private let selected: Selection
  /// What the theme is on terminals whose 16 colours are their own business.
  private let plain: Plain

  /// A theme for few colours; boxed, since a value cannot hold itself.
  private indirect enum Plain: Hashable, Sendable {
    case same
    case other(Theme)
  }

  /// How the selection bar changes a look.
  enum Selection: Hashable, Sendable {
    /// Exchanges the colours and drops those of the role, so that the bar is one bar.
    case reversed
    /// Has colours of its own.
    case colored(foreground: UInt8, background: UInt8)
  }

  init(name: String, selected: Selection, fewer: Theme? = nil, _ look: (Role) -> Appearance) {
    self.name = name
    plain = fewer.map(Plain.other) ?? .same
    self.selected = selected
    looks = Role.allCases.map(look)
  }

  /// The theme as a terminal of so many colours can show it: below 8 none are used, below 256 only the terminal's own 16.
  public func fitted(to colors: Int) -> Theme {
    if colors < 8 { return .mono }
    guard colors < 256, case .other(let theme) = plain else { return self }
    return theme
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
      // Where bold brightens, bold black is grey.
      if foreground == 0 { look.attributes.remove(.bold) }
    }
    return look
  }

  /// The themes, the default first.
  public static let all = [colour, mono, contrast, dark, light]

  /// The theme of a name.
  public init?(named name: String) {
    guard let found = Theme.all.first(where: { $0.name == name }) else { return nil }
    self = found
  }
}
