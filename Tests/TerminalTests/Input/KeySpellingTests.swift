import Terminal
import Testing

@Suite struct KeySpellingTests {
  @Test(arguments: [
    ("Ctrl+C", Key(.character("c"), .control)), ("Alt+x", Key(.character("x"), .alt)),
    ("Alt+X", Key(.character("X"), .alt)),
    ("Shift+Tab", Key(.tab, .shift)), ("Enter", Key(.enter)), ("Escape", Key(.escape)), ("Space", Key(.character(" "))),
    ("PageDown", Key(.pageDown)), ("F5", Key(.function(5))), ("F12", Key(.function(12))), ("a", Key(.character("a"))),
    ("A", Key(.character("A"))), ("?", Key(.character("?"))), ("+", Key(.character("+"))), ("-", Key(.character("-"))),
    ("^", Key(.character("^"))), ("é", Key(.character("é"))),
    ("Ctrl+Alt+Shift+Up", Key(.up, [.control, .alt, .shift])),
    ("Ctrl+Space", Key(.character(" "), .control)), ("Alt++", Key(.character("+"), .alt)),
    ("Backspace", Key(.backspace)),
    ("Ctrl+Left", Key(.left, .control)),
  ]) func canonicalSpellingIsReadAndWritten(spelling: String, key: Key) {
    #expect(Key(spelling) == key)
    #expect(key.description == spelling)
  }

  @Test(arguments: [
    ("C-c", "Ctrl+C"), ("^c", "Ctrl+C"), ("^C", "Ctrl+C"), ("M-x", "Alt+x"), ("C-M-a", "Ctrl+Alt+A"),
    ("S-Tab", "Shift+Tab"),
    ("BTab", "Shift+Tab"), ("BSpace", "Backspace"), ("PPage", "PageUp"), ("NPage", "PageDown"), ("PgUp", "PageUp"),
    ("DC", "Delete"), ("IC", "Insert"), ("<C-c>", "Ctrl+C"), ("<Enter>", "Enter"), ("esc", "Escape"),
    ("return", "Enter"),
    ("ctrl+c", "Ctrl+C"), ("alt+shift+up", "Alt+Shift+Up"), ("f10", "F10"), ("Shift+a", "A"),
    ("Shift+Ctrl+A", "Ctrl+A"),
    ("<", "<"), ("Alt-f", "Alt+f"), ("PgDn", "PageDown"), ("PgDown", "PageDown"),
    ("C-m", "Enter"), ("C-j", "Enter"), ("C-i", "Tab"), ("C-h", "Backspace"), ("C-[", "Escape"), ("^?", "Backspace"),
    ("Ctrl+Alt+M", "Alt+Enter"), ("Ctrl+/", "Ctrl+_"), ("C-@", "Ctrl+Space"),
  ]) func otherSpellingsMeanTheSame(spelling: String, canonical: String) {
    #expect(Key(spelling)?.description == canonical)
  }

  @Test(arguments: ["", "F0", "F25", "Fx", "Ctrl+", "Entr", "Hyper+x", "ab", "Ctrl+Foo"])
  func unknownSpellingsAreRefused(spelling: String) {
    #expect(Key(spelling) == nil)
  }
}
