/// A run of characters in a QR code, in the way of writing it that takes least room (ISO/IEC 18004 §7.4).
struct QRSegment: Hashable {
  /// Mode, length and text, each element one bit.
  private(set) var bits: [Bool] = []

  /// Digits, capital letters and `$%*+-./: ` in eleven bits for two; nil when another character is among them.
  init?(alphanumeric text: String) {
    let values = text.utf8.compactMap { QRSegment.alphabet.firstIndex(of: $0) }
    guard values.count == text.utf8.count, values.count < 512 else { return nil }
    add(2, 4)
    add(values.count, 9)
    for place in stride(from: 0, to: values.count, by: 2) {
      if place + 1 < values.count { add(values[place] * 45 + values[place + 1], 11) } else { add(values[place], 6) }
    }
  }

  /// Any bytes, eight bits each; nil when they are more than the length can say.
  init?(bytes: [UInt8]) {
    guard bytes.count < 256 else { return nil }
    add(4, 4)
    add(bytes.count, 8)
    for byte in bytes { add(Int(byte), 8) }
  }

  private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8)

  private mutating func add(_ value: Int, _ count: Int) {
    for place in stride(from: count - 1, through: 0, by: -1) { bits.append(value >> place & 1 == 1) }
  }
}
