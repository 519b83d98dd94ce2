// Colours from 16 on are xterm's cube of 6 × 6 × 6 and its greys, the same on every terminal that has 256. The first 16
// are what each terminal makes of them.
extension Theme {
  /// Light on black at 7:1 or better (WCAG 2.2, 1.4.6), nothing dim.
  public static let contrast = Theme(
    name: "contrast", selected: .colored(foreground: 16, background: 231),
    fewer: Theme(name: "contrast", selected: .colored(foreground: 0, background: 7)) { role in
      switch role {
      case .normal, .muted, .rule: Appearance(foreground: 7, background: 0)
      case .heading, .key, .code: Appearance(.bold, foreground: 7, background: 0)
      case .warning: Appearance(.bold, foreground: 11, background: 0)
      case .danger: Appearance([.bold, .underline], foreground: 7, background: 0)
      case .good: Appearance(foreground: 10, background: 0)
      case .practice: Appearance(.bold, foreground: 14, background: 0)
      case .field: Appearance(.underline, foreground: 7, background: 0)
      case .qr: Appearance(foreground: 0, background: 7)
      }
    }
  ) { role in
    switch role {
    case .normal, .muted, .rule: Appearance(foreground: 231, background: 16)
    case .heading, .key, .code: Appearance(.bold, foreground: 231, background: 16)
    case .warning: Appearance(.bold, foreground: 226, background: 16)
    case .danger: Appearance([.bold, .underline], foreground: 217, background: 16)
    case .good: Appearance(foreground: 120, background: 16)
    case .practice: Appearance(.bold, foreground: 123, background: 16)
    case .field: Appearance(.underline, foreground: 231, background: 16)
    case .qr: Appearance(foreground: 16, background: 231)
    }
  }

  /// Its own dark background, whatever the terminal's is; 4.5:1 or better in every role (WCAG 2.2, 1.4.3).
  public static let dark = Theme(
    name: "dark", selected: .colored(foreground: 234, background: 252), fewer: .contrast.fitted(to: 16)
  ) { role in
    switch role {
    case .normal: Appearance(foreground: 252, background: 234)
    case .heading, .key, .code: Appearance(.bold, foreground: 255, background: 234)
    case .muted, .rule: Appearance(foreground: 247, background: 234)
    case .warning: Appearance(.bold, foreground: 221, background: 234)
    case .danger: Appearance(.bold, foreground: 210, background: 234)
    case .good: Appearance(foreground: 114, background: 234)
    case .practice: Appearance(.bold, foreground: 16, background: 80)
    case .field: Appearance(.underline, foreground: 255, background: 237)
    case .qr: Appearance(foreground: 16, background: 231)
    }
  }

  /// Its own light background; 4.5:1 or better in every role (WCAG 2.2, 1.4.3).
  public static let light = Theme(
    name: "light", selected: .colored(foreground: 231, background: 238),
    fewer: Theme(name: "light", selected: .colored(foreground: 15, background: 0)) { role in
      switch role {
      case .normal, .muted, .rule: Appearance(foreground: 0, background: 15)
      // Blue and underlined rather than bold: where bold brightens, bold black is grey.
      case .heading, .key, .code: Appearance(foreground: 4, background: 15)
      case .warning: Appearance(.underline, foreground: 4, background: 15)
      case .danger: Appearance(.underline, foreground: 0, background: 15)
      case .good: Appearance(foreground: 0, background: 15)
      case .practice: Appearance(foreground: 15, background: 0)
      case .field: Appearance(.underline, foreground: 0, background: 15)
      case .qr: Appearance(foreground: 0, background: 15)
      }
    }
  ) { role in
    switch role {
    case .normal: Appearance(foreground: 235, background: 231)
    case .heading, .key, .code: Appearance(.bold, foreground: 16, background: 231)
    case .muted, .rule: Appearance(foreground: 241, background: 231)
    case .warning: Appearance(.bold, foreground: 90, background: 231)
    case .danger: Appearance(.bold, foreground: 124, background: 231)
    case .good: Appearance(foreground: 22, background: 231)
    case .practice: Appearance(.bold, foreground: 231, background: 24)
    case .field: Appearance(.underline, foreground: 16, background: 255)
    case .qr: Appearance(foreground: 16, background: 231)
    }
  }
}
