/// Reads JSON from bytes in one pass without building a tree, for bodies of many megabytes.
///
/// It is lenient where `JSON.parse` is strict: a value of another type than asked for is skipped and answered with nil,
/// and what is skipped is checked for its structure only. Valid only inside the closure that lent the bytes.
public struct JSONScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Byte offset of what is read next.
  public private(set) var offset: Int
  private var depth = 0
  /// Whether an escape stands in the string that was read last.
  private var hasEscapes = false

  /// A scanner at the start of a JSON text; a byte order mark is passed over.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    offset = hasMark ? 3 : 0
  }

  /// A member's name as it stands on the wire.
  public struct Name {
    @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
    let hasEscapes: Bool
    /// Offset of its opening quote.
    public let offset: Int

    /// Whether it is this name; one written with escapes never is.
    @inlinable
    public func matches(_ name: StaticString) -> Bool {
      guard name.utf8CodeUnitCount == bytes.count else { return false }
      for index in 0..<bytes.count where bytes[index] != name.utf8Start[index] { return false }
      return true
    }

    /// The name as text, escapes resolved.
    public var text: String { text { String(decoding: $0, as: UTF8.self) } }

    /// The name as text: what `plain` makes of its bytes, unless they hold an escape.
    public func text(_ plain: (UnsafeBufferPointer<UInt8>) -> String) -> String {
      hasEscapes ? JSONEscapes.text(bytes) : plain(bytes)
    }
  }

  /// Reads an object, calling `member` for each of its members, which has to read or skip its value; false when another
  /// value stands here, which is skipped.
  @discardableResult
  public mutating func object(
    _ member: (inout JSONScanner, Name) throws(JSONFault) -> Void
  ) throws(JSONFault) -> Bool {
    guard try open(UInt8(ascii: "{")) else { return false }
    if take(UInt8(ascii: "}")) { return close() }
    while true {
      skipBlanks()
      let start = offset
      let name = Name(bytes: try stringBytes(), hasEscapes: hasEscapes, offset: start)
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw fault() }
      try member(&self, name)
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "}")) else { throw fault() }
      return close()
    }
  }

  /// Reads an array, calling `element` for each of its elements, which has to read or skip it; false when another value
  /// stands here, which is skipped.
  @discardableResult
  public mutating func array(_ element: (inout JSONScanner) throws(JSONFault) -> Void) throws(JSONFault) -> Bool {
    guard try open(UInt8(ascii: "[")) else { return false }
    if take(UInt8(ascii: "]")) { return close() }
    while true {
      try element(&self)
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "]")) else { throw fault() }
      return close()
    }
  }

  /// The text of a string.
  public mutating func string() throws(JSONFault) -> String? {
    try text { String(decoding: $0, as: UTF8.self) }
  }

  /// The text of a string: what `plain` makes of its bytes, unless they hold an escape.
  public mutating func text(_ plain: (UnsafeBufferPointer<UInt8>) -> String) throws(JSONFault) -> String? {
    guard try begins(UInt8(ascii: "\"")) else { return nil }
    let text = try stringBytes()
    return hasEscapes ? JSONEscapes.text(text) : plain(text)
  }

  /// What `read` makes of the bytes of a string, without making a string of them; escapes are not resolved.
  public mutating func string<Value>(_ read: (UnsafeBufferPointer<UInt8>) -> Value?) throws(JSONFault) -> Value? {
    guard try begins(UInt8(ascii: "\"")) else { return nil }
    return read(try stringBytes())
  }

  /// A whole number.
  public mutating func int() throws(JSONFault) -> Int? {
    skipBlanks()
    let start = offset
    try skip()
    var index = start
    let isNegative = index < offset && bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    guard index < offset, offset - index <= 18 else { return nil }
    var value = 0
    while index < offset {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
      index += 1
    }
    return isNegative ? -value : value
  }

  /// A truth value.
  public mutating func bool() throws(JSONFault) -> Bool? {
    skipBlanks()
    let first = offset < bytes.count ? bytes[offset] : 0
    try skip()
    return first == UInt8(ascii: "t") ? true : first == UInt8(ascii: "f") ? false : nil
  }

  /// The bytes between two offsets.
  public func bytes(from start: Int, to end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  /// Passes over one value.
  public mutating func skip() throws(JSONFault) {
    skipBlanks()
    guard offset < bytes.count else { throw fault() }
    switch bytes[offset] {
    case UInt8(ascii: "\""): _ = try stringBytes()
    case UInt8(ascii: "{"): try object { scanner, _ throws(JSONFault) in try scanner.skip() }
    case UInt8(ascii: "["): try array { scanner throws(JSONFault) in try scanner.skip() }
    default:
      let start = offset
      while offset < bytes.count, Self.isPlain(bytes[offset]) { offset += 1 }
      guard offset > start else { throw fault() }
    }
  }

  /// Makes sure that nothing but blanks follows.
  public mutating func end() throws(JSONFault) {
    skipBlanks()
    guard offset == bytes.count else { throw JSONFault(kind: .trailingBytes, offset: offset) }
  }
}

extension JSONScanner {
  private func fault() -> JSONFault {
    JSONFault(kind: offset < bytes.count ? .unexpectedByte : .unexpectedEnd, offset: offset)
  }

  private mutating func skipBlanks() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  /// Whether such a value begins here; otherwise it is skipped.
  private mutating func begins(_ byte: UInt8) throws(JSONFault) -> Bool {
    skipBlanks()
    guard offset < bytes.count else { throw fault() }
    if bytes[offset] == byte { return true }
    try skip()
    return false
  }

  private mutating func open(_ byte: UInt8) throws(JSONFault) -> Bool {
    guard try begins(byte) else { return false }
    depth += 1
    guard depth <= 200 else { throw JSONFault(kind: .tooDeep, offset: offset) }
    offset += 1
    return true
  }

  private mutating func close() -> Bool {
    depth -= 1
    return true
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x41...0x5A, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."): true
    default: false
    }
  }

  /// The bytes between the quotes of the string that begins here.
  private mutating func stringBytes() throws(JSONFault) -> UnsafeBufferPointer<UInt8> {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { throw fault() }
    let start = offset + 1
    var index = start
    hasEscapes = false
    while true {
      index = endOfRun(index)
      guard index < bytes.count else { throw JSONFault(kind: .unexpectedEnd, offset: bytes.count) }
      if bytes[index] == UInt8(ascii: "\"") {
        offset = index + 1
        return UnsafeBufferPointer(rebasing: bytes[start..<index])
      }
      guard bytes[index] == UInt8(ascii: "\\") else { throw JSONFault(kind: .badString, offset: index) }
      hasEscapes = true
      index += 2
    }
  }

  /// Where the first quote, backslash or control character stands from an offset on; eight bytes are looked at in one.
  ///
  /// Taking one from each byte of a word borrows from the next only where a byte was zero, so the first byte found is right.
  private func endOfRun(_ start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let each: UInt64 = 0x0101_0101_0101_0101
    let high: UInt64 = 0x8080_8080_8080_8080
    var index = start
    while index + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let quotes = word ^ each &* 0x22
      let slashes = word ^ each &* 0x5C
      let found =
        ((quotes &- each) & ~quotes | (slashes &- each) & ~slashes | (word &- each &* 0x20) & ~word) & high
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < raw.count, raw[index] != 0x22, raw[index] != 0x5C, raw[index] >= 0x20 { index += 1 }
    return index
  }
}
