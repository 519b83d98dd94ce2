/// Keys that are one character: letters in UTF-8, and the control characters behind Ctrl, Enter, Tab and Backspace.
enum PlainKey {
  /// Reads the front of bytes that do not begin with an escape. What is not UTF-8 is one U+FFFD for each byte.
  static func scan(_ bytes: ArraySlice<UInt8>) -> KeyScanner.Found {
    guard let first = bytes.first else { return .more(isLone: false) }
    if first < 0x80 { return .key(ascii(first), count: 1) }
    let length = length(first)
    guard length > 1 else { return broken }
    let part = bytes.prefix(length)
    guard part.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return broken }
    guard part.count == length else { return .more(isLone: false) }
    guard let scalar = String(validating: part, as: UTF8.self)?.unicodeScalars.first else { return broken }
    return .key(Key(.character(Character(scalar))), count: length)
  }

  private static let broken = KeyScanner.Found.key(Key(.character("\u{FFFD}")), count: 1)

  private static func length(_ lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  private static func ascii(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: Key(.character(" "), .control)
    // Line feed is what scanners and pasted lines end in.
    case 0x0A, 0x0D: Key(.enter)
    case 0x09: Key(.tab)
    case 0x08, 0x7F: Key(.backspace)
    case 0x01...0x1A: Key(.character(Character(Unicode.Scalar(byte + 0x60))), .control)
    case 0x1B...0x1F: Key(.character(Character(Unicode.Scalar(byte + 0x40))), .control)
    default: Key(.character(Character(Unicode.Scalar(byte))))
    }
  }
}
