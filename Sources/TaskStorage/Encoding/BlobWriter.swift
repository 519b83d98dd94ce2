import StoreModel

/// Writes values compactly: numbers as varints, text with its length in front.
struct BlobWriter {
  private(set) var bytes: [UInt8] = []

  /// Forgets what was written and keeps the room for it.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  mutating func write(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ value: Int64) { write(UInt64(bitPattern: value << 1 ^ value >> 63)) }
  mutating func write(_ value: Int) { write(Int64(value)) }
  mutating func write(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func write(_ value: some RandomAccessCollection<UInt8>) {
    write(UInt64(value.count))
    bytes.append(contentsOf: value)
  }

  mutating func write(_ text: String) {
    write(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(_ text: String?) {
    write(text != nil)
    if let text { write(text) }
  }

  mutating func write(_ moment: Timestamp?) {
    write(moment != nil)
    if let moment { write(moment.ticks) }
  }
}
