import Glibc
import Terminal
import Testing

/// WCAG 2.2, 1.4.3: 4.5:1 in every role, selected or not, of each theme that brings its own colours.
///
/// Colours from 16 on are the same on every terminal that has 256. The first 16 are each terminal's own: they are held
/// against the palettes below, and a terminal with another one may show less.
@Suite struct ContrastTests {
  static let palettes: [(name: String, colors: [Int])] = [
    (
      "xterm",
      [
        0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00,
        0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
      ]
    ),
    (
      "Linux console",
      [
        0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA, 0x555555, 0xFF5555, 0x55FF55,
        0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
      ]
    ),
    (
      "PuTTY",
      [
        0x000000, 0xBB0000, 0x00BB00, 0xBBBB00, 0x0000BB, 0xBB00BB, 0x00BBBB, 0xBBBBBB, 0x555555, 0xFF5555, 0x55FF55,
        0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
      ]
    ),
    (
      "Windows Terminal",
      [
        0x0C0C0C, 0xC50F1F, 0x13A10E, 0xC19C00, 0x0037DA, 0x881798, 0x3A96DD, 0xCCCCCC, 0x767676, 0xE74856, 0x16C60C,
        0xF9F1A5, 0x3B78FF, 0xB4009E, 0x61D6D6, 0xF2F2F2,
      ]
    ),
    (
      "GNOME",
      [
        0x2E3436, 0xCC0000, 0x4E9A06, 0xC4A000, 0x3465A4, 0x75507B, 0x06989A, 0xD3D7CF, 0x555753, 0xEF2929, 0x8AE234,
        0xFCE94F, 0x729FCF, 0xAD7FA8, 0x34E2E2, 0xEEEEEC,
      ]
    ),
  ]
  static let own: [Theme] = [.contrast, .dark, .light]

  @Test(arguments: own) func themesOf256ColoursReachIt(theme: Theme) {
    for (style, look) in looks(theme) {
      let ratio = contrast(look) { $0 < 16 ? nil : cube(Int($0)) }
      #expect(ratio.map { $0 >= 4.5 } ?? false, "\(theme.name), \(style): \(ratio ?? 0)")
    }
  }

  @Test(arguments: own) func themesOf16ColoursReachItOnKnownPalettes(theme: Theme) {
    for (name, colors) in Self.palettes {
      for (style, look) in looks(theme.fitted(to: 16)) {
        let ratio = contrast(look) { $0 < 16 ? colors[Int($0)] : nil }
        #expect(ratio.map { $0 >= 4.5 } ?? false, "\(theme.name) on \(name), \(style): \(ratio ?? 0)")
      }
    }
  }

  /// With 8 colours a bright one is the plain one, which bold brightens on the Linux console, and on xterm where it is set to.
  @Test(arguments: own) func themesOf8ColoursReachItOnXtermAndTheLinuxConsole(theme: Theme) {
    for (palette, brightens) in [(0, false), (0, true), (1, true)] {
      let (name, colors) = Self.palettes[palette]
      for (style, look) in looks(theme.fitted(to: 8)) {
        let brighter = brightens && look.attributes.contains(.bold) ? 8 : 0
        let front = look.foreground.map { colors[Int($0 & 7) + brighter] }
        let ratio = contrast(look, front: front) { colors[Int($0 & 7)] }
        #expect(ratio.map { $0 >= 4.5 } ?? false, "\(theme.name) on \(name), \(style): \(ratio ?? 0)")
      }
    }
  }

  /// The default leaves the background to the terminal, so its own colours have to read on black and on white.
  @Test func theDefaultReachesItOnBlackAndOnWhite() {
    for (style, look) in looks(.colour) {
      for (ground, ink) in [(0x000000, 0xFFFFFF), (0xFFFFFF, 0x000000)] {
        let front = look.foreground.map { cube(Int($0)) } ?? ink
        let back = look.background.map { cube(Int($0)) } ?? ground
        let ratio = contrast(front, back)
        #expect(ratio >= 4.5, "\(style) on \(ground): \(ratio)")
      }
    }
  }

  /// As xterm and the Linux console have it: bold brightens the first 8 colours; on a light ground only red and purple stay.
  @Test func theDefaultOf16ColoursReachesItWhereBoldBrightens() {
    for (name, colors) in Self.palettes.prefix(3) {
      for (style, look) in looks(Theme.colour.fitted(to: 16)) where look.background == nil {
        guard let color = look.foreground else { continue }
        #expect(look.attributes.contains(.bold), "\(style)")
        let ratio = contrast(colors[Int(color) + 8], 0x000000)
        #expect(ratio >= 4.5, "\(style) on \(name): \(ratio)")
      }
    }
  }

  @Test func fewColoursMeanNone() {
    for theme in Theme.all { #expect(theme.fitted(to: 2) == .mono) }
    #expect(Theme.colour.fitted(to: 16) != .colour)
    #expect(Theme.colour.fitted(to: 256) == .colour)
  }

  private func looks(_ theme: Theme) -> [(Style, Appearance)] {
    Role.allCases.flatMap { role in
      [false, true].map { Style(role, isSelected: $0) }.map { ($0, theme[$0]) }
    }
  }

  /// The contrast ratio of a look (WCAG 2.2); nil where a colour is not its own.
  private func contrast(_ look: Appearance, front: Int? = nil, _ color: (UInt8) -> Int?) -> Double? {
    guard let front = front ?? look.foreground.flatMap(color), let back = look.background.flatMap(color)
    else { return nil }
    return contrast(front, back)
  }

  private func contrast(_ front: Int, _ back: Int) -> Double {
    let pair = [luminance(front), luminance(back)].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }

  /// xterm's cube of 6 x 6 x 6, then 24 greys.
  private func cube(_ number: Int) -> Int {
    if number >= 232 { return (8 + (number - 232) * 10) * 0x010101 }
    let levels = [0, 95, 135, 175, 215, 255]
    let place = number - 16
    return levels[place / 36] << 16 | levels[place / 6 % 6] << 8 | levels[place % 6]
  }

  private func luminance(_ color: Int) -> Double {
    zip([16, 8, 0], [0.2126, 0.7152, 0.0722]).reduce(0) { sum, part in
      let value = Double(color >> part.0 & 0xFF) / 255
      return sum + part.1 * (value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4))
    }
  }
}
