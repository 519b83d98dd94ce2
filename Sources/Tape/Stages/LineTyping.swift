import Terminal

/// A line being typed at a terminal that sends whole lines, with Enter; what stands in it is its terminal's until then.
struct LineTyping {
  /// The longest line a terminal sends whole, in bytes.
  static let limit = 4_000

  private var line = ""

  /// Takes a key; answers the line when it is sent. Other keys than characters, Backspace and Enter are none of a line.
  mutating func take(_ key: Key) throws(TapeTrouble) -> String? {
    switch key {
    case Key(.enter):
      defer { line = "" }
      return line
    case Key(.backspace): if !line.isEmpty { line.removeLast() }
    default:
      guard case .character(let character) = key.code, key.modifiers.isEmpty,
        character.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }),
        line.utf8.count < LineTyping.limit
      else { throw .impossible }
      line.append(character)
    }
    return nil
  }

  /// Whether a key is one of a line.
  static func takes(_ key: Key) -> Bool {
    var typing = LineTyping()
    do throws(TapeTrouble) { _ = try typing.take(key) } catch { return false }
    return true
  }

  /// Takes a text as it is pasted or scanned; answers the lines that are sent.
  mutating func take(_ text: String) throws(TapeTrouble) -> [String] {
    var lines: [String] = []
    for character in text { if let line = try take(Key.typing(character)) { lines.append(line) } }
    return lines
  }
}
