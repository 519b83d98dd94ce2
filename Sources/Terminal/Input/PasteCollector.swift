/// Gathers a bracketed paste up to its end marker. Everything inside is data, escapes too.
struct PasteCollector: Sendable {
  /// Bytes kept of one paste, many times what any field takes, so that the field can say what it leaves out.
  static let limit = 1_048_576
  private static let end = Array("\u{1B}[201~".utf8)
  private static let start = Array("\u{1B}[200~".utf8)
  private var bytes: [UInt8] = []

  /// Moves bytes of the paste out of the buffer; answers the text once the end has come.
  ///
  /// Text that smuggles in an end marker would have its tail read as keys: of several ends that came together the last
  /// one counts, unless another paste begins before it.
  mutating func take(from buffer: inout [UInt8]) -> String? {
    guard var end = Self.find(Self.end, in: buffer, from: 0) else {
      // The marker itself may be split.
      let safe = max(0, buffer.count - Self.end.count + 1)
      keep(buffer[..<safe])
      buffer.removeFirst(safe)
      return nil
    }
    while let next = Self.find(Self.end, in: buffer, from: end + 1) {
      if let start = Self.find(Self.start, in: buffer, from: end), start < next { break }
      end = next
    }
    let text = finish(with: buffer[..<end])
    buffer.removeFirst(end + Self.end.count)
    return text
  }

  /// The text when no more is to come.
  mutating func finish(with rest: some Sequence<UInt8>) -> String {
    keep(rest)
    return String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0 == "\r" || $0 == "\r\n" }
      .joined(separator: "\n")
  }

  /// Appends without markers: taking one out may bring the halves of another together, so each byte is looked at.
  private mutating func keep(_ part: some Sequence<UInt8>) {
    for byte in part where bytes.count < Self.limit {
      bytes.append(byte)
      if byte == UInt8(ascii: "~"), bytes.suffix(6) == Self.end[...] || bytes.suffix(6) == Self.start[...] {
        bytes.removeLast(6)
      }
    }
  }

  private static func find(_ marker: [UInt8], in bytes: [UInt8], from index: Int) -> Int? {
    var index = index
    while index + marker.count <= bytes.count {
      if bytes[index] == marker[0], bytes[index..<index + marker.count] == marker[...] { return index }
      index += 1
    }
    return nil
  }
}
