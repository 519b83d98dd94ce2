/// What a walk types, pastes and scans, apart by where: no text of the work is ever typed where nobody is signed in.
enum WalkTexts {
  /// Stands in every text of the work, so that it can be looked for where it must not be.
  static let mark = "zqk"

  /// Typed as an account.
  static let accounts = [
    "mei", "jonas", "nobody", "mei@", "m e i", "@@", "x@y.example", "", "q", "\u{202E}iem", "ähre",
  ]

  /// Written by somebody at work.
  static let work = [
    "zqk milk", "zqk", "Zqk 12/24 – 50 %", "zqk ${x} \"quoted\" \\ #1", "zqk \u{1B}[31mred\u{1B}[0m",
    "zqk\u{0}\u{7}\u{8}",
    "zqk \u{202E}desrever\u{202C}", "zqk e\u{301}\u{302}\u{303}\u{304} combined", "zqk 👩‍👩‍👧‍👦 🏳️‍🌈 家族", "漢字zqk かな 한국어",
    "zqk कि की हिन्दी", "zqk\ttab", "zqk\nnext line", "zqk\r\nwindows", "zqk \u{9B}31m\u{85}", "zqk\u{200B}\u{FEFF}\u{2028}",
    "zqk العربية", "zqk \u{1F1E9}\u{1F1EA}", "zqk ﷽", "zqk 0️⃣", "zqk a\u{300}\u{301}\u{302}",
    "zqk word word word word word",
  ]

  /// Dates, numbers and commands somebody may type into a line.
  static let short = [
    "fri", "tomorrow", "31.2.", "2026-02-30", "0", "-1", "+3", "99999999999", "24:00", "yes", "q", "lock", "note",
    "703",
    "1400", "mei", "a", "1", "9", "..", "+1w", "dairy",
  ]

  /// Scanned.
  static let codes = ["4006381333931", "000000", "zqk-12", "12", "\u{1B}", "zqk code with blanks", "12345678"]

  /// A long text, as it is pasted by mistake.
  static func long(_ lines: Int) -> String {
    (0..<lines).map { "zqk line \($0) of a text that somebody copied from somewhere else, 文字 and all\u{7}" }
      .joined(separator: "\n")
  }
}
