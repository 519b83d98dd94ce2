extension Theme {
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
}
