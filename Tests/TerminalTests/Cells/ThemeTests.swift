import Terminal
import Testing

@Suite struct ThemeTests {
  @Test func themesAreFoundByName() {
    #expect(Theme.all.map(\.name) == ["colour", "mono", "contrast", "dark", "light"])
    for theme in Theme.all { #expect(Theme(named: theme.name) == theme) }
    #expect(Theme(named: "sepia") == nil)
  }

  @Test func theDefaultKeepsTheTerminalsBackground() {
    for role in Role.allCases where role != .qr && role != .practice {
      #expect(Theme.colour[Style(role)].background == nil)
    }
    #expect(Theme.colour[.normal] == Appearance())
  }

  @Test func aPictureForACameraIsBlackOnWhite() {
    #expect(Theme.colour[Style(.qr)] == Appearance(foreground: 16, background: 231))
    #expect(Theme.contrast[Style(.qr)] == Appearance(foreground: 16, background: 231))
    #expect(Theme.contrast.fitted(to: 8)[Style(.qr)] == Appearance(foreground: 0, background: 7))
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
      #expect(look.attributes.contains(.reverse) || look.background != theme[.normal].background)
    }
  }
}
