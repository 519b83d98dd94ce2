extension Theme {
  /// The default: the terminal's own foreground and background. Its few colours are of middling lightness, so that they
  /// read at 4.5:1 on black and on white (WCAG 2.2, 1.4.3); with 16 colours only what bold carries has one.
  public static let colour = Theme(
    name: "colour", selected: .reversed,
    fewer: Theme(name: "colour", selected: .reversed) { role in
      switch role {
      case .normal, .good: Appearance()
      case .heading, .key, .code: Appearance(.bold)
      case .muted, .rule: Appearance(.dim)
      case .warning: Appearance(.bold, foreground: 5)
      case .danger: Appearance(.bold, foreground: 1)
      case .practice: Appearance(.reverse)
      case .field: Appearance(.underline)
      case .qr: Appearance(foreground: 0, background: 15)
      }
    }
  ) { role in
    switch role {
    case .normal: Appearance()
    case .heading, .key, .code: Appearance(.bold)
    case .muted, .rule: Appearance(.dim)
    case .warning: Appearance(.bold, foreground: 98)
    case .danger: Appearance(.bold, foreground: 131)
    case .good: Appearance(foreground: 29)
    case .practice: Appearance(.bold, foreground: 16, background: 80)
    case .field: Appearance(.underline)
    case .qr: Appearance(foreground: 16, background: 231)
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
