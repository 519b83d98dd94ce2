internal import CCurses
internal import Terminal

/// The special keys of the open terminal, as its terminfo entry spells them.
enum TerminfoKeys {
  /// Sequences that begin with an escape; F13 and up are left out, since terminals send them for F1 with Shift.
  static func sequences() -> [[UInt8]: Key] {
    var found: [[UInt8]: Key] = [:]
    for (capability, key) in named + functions {
      guard let text = ccurses_key(capability) else { continue }
      let bytes = Array(String(cString: text).utf8)
      if bytes.count > 1, bytes.first == 0x1B { found[bytes] = key }
    }
    return found
  }

  private static let functions: [(String, Key)] = (1...12).map { ("kf\($0)", Key(.function($0))) }

  private static let named: [(String, Key)] = [
    ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcub1", Key(.left)), ("kcuf1", Key(.right)), ("khome", Key(.home)),
    ("kend", Key(.end)), ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)), ("kich1", Key(.insert)),
    ("kdch1", Key(.delete)), ("kcbt", Key(.tab, .shift)), ("kent", Key(.enter)), ("kbs", Key(.backspace)),
  ]
}
