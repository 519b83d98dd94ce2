/// Text in and out of HTML.
enum HTML {
  private static let entities: [(Character, String)] = [
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"),
  ]

  static func escape(_ text: String) -> String {
    text.reduce(into: "") { out, character in
      out += entities.first { $0.0 == character }?.1 ?? String(character)
    }
  }

  /// Undoes `escape`; other entities stay as they are written.
  static func unescape(_ text: some StringProtocol) -> String {
    var text = String(text)
    for (character, entity) in entities.reversed() { text = text.replacing(entity, with: String(character)) }
    return text
  }
}
