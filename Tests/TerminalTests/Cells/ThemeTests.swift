import Glibc
import Terminal
import Testing

@Suite struct ThemeTests {
  @Test func themesAreFoundByName() {
    #expect(Theme.all.map(\.name) == ["colour", "mono", "contrast"])
    for theme in Theme.all { #expect(Theme(named: theme.name) == theme) }
    #expect(Theme(named: "dark") == nil)
  }

  @Test func theDefaultKeepsTheTerminalsBackground() {
    for role in Role.allCases where role != .qr { #expect(Theme.colour[Style(role)].background == nil) }
    #expect(Theme.colour[.normal] == Appearance())
  }

  @Test func aPictureForACameraIsBlackOnWhite() {
    #expect(Theme.colour[Style(.qr)] == Appearance(foreground: 0, background: 15))
    #expect(Theme.contrast[Style(.qr)] == Appearance(foreground: 0, background: 7))
    #expect(Theme.mono[Style(.qr)] == Appearance(.reverse))
  }

  @Test func monochromeHasNoColour() {
    for role in Role.allCases {
      for isSelected in [false, true] {
        let look = Theme.mono[Style(role, isSelected: isSelected)]
        #expect(look.foreground == nil && look.background == nil)
      }
    }
  }

  @Test(arguments: Theme.all) func theSelectionIsSeenOnEveryRole(theme: Theme) {
    for role in Role.allCases {
      let look = theme[Style(role, isSelected: true)]
      #expect(look != theme[Style(.normal)])
      #expect(look.attributes.contains(.reverse) || look.background == 7)
    }
  }

  /// xterm's and the Linux console's palettes; bold brightens on the latter.
  @Test func contrastReachesFourAndAHalf() {
    let xterm: [UInt8: Int] = [0: 0x000000, 2: 0x00CD00, 3: 0xCDCD00, 6: 0x00CDCD, 7: 0xE5E5E5]
    let console: [UInt8: Int] = [0: 0x000000, 2: 0x00AA00, 3: 0xAA5500, 6: 0x00AAAA, 7: 0xAAAAAA]
    let consoleBold: [UInt8: Int] = [0: 0x000000, 3: 0xFFFF55, 6: 0x55FFFF, 7: 0xFFFFFF]
    for role in Role.allCases {
      for isSelected in [false, true] {
        let look = Theme.contrast[Style(role, isSelected: isSelected)]
        let bold = look.attributes.contains(.bold) && look.foreground != 0
        for (front, back) in [(xterm, xterm), (bold ? consoleBold : console, console)] {
          guard let foreground = look.foreground.flatMap({ front[$0] }),
            let background = look.background.flatMap({ back[$0] })
          else {
            Issue.record("\(role) is not coloured")
            continue
          }
          #expect(contrast(foreground, background) >= 4.5, "\(role)")
        }
      }
    }
  }

  /// Contrast ratio of two colours (WCAG 2.2).
  private func contrast(_ first: Int, _ second: Int) -> Double {
    let pair = [luminance(first), luminance(second)].sorted()
    return (pair[1] + 0.05) / (pair[0] + 0.05)
  }

  private func luminance(_ color: Int) -> Double {
    zip([16, 8, 0], [0.2126, 0.7152, 0.0722]).reduce(0) { sum, part in
      let value = Double(color >> part.0 & 0xFF) / 255
      return sum + part.1 * (value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4))
    }
  }
}
