import StoreModel

/// Reads what `BlobWriter` wrote; throws on anything else and never reads past the end.
struct BlobReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func unsigned() throws(BlobBroken) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while index < bytes.count, shift < 64 {
      let byte = bytes[index]
      index += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    throw BlobBroken()
  }

  mutating func signed() throws(BlobBroken) -> Int64 {
    let value = try unsigned()
    return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  mutating func int() throws(BlobBroken) -> Int { Int(try signed()) }

  mutating func bool() throws(BlobBroken) -> Bool {
    guard index < bytes.count, bytes[index] < 2 else { throw BlobBroken() }
    defer { index += 1 }
    return bytes[index] == 1
  }

  mutating func data() throws(BlobBroken) -> ArraySlice<UInt8> {
    let count = try unsigned()
    guard count <= UInt64(bytes.count - index) else { throw BlobBroken() }
    defer { index += Int(count) }
    return bytes[index..<index + Int(count)]
  }

  mutating func text() throws(BlobBroken) -> String { String(decoding: try data(), as: UTF8.self) }

  /// A text that others have as well.
  mutating func text(_ texts: inout TextPool) throws(BlobBroken) -> String {
    try data().withUnsafeBufferPointer { texts.text($0) }
  }

  mutating func optionalText() throws(BlobBroken) -> String? { try bool() ? try text() : nil }

  mutating func moment() throws(BlobBroken) -> Timestamp? { try bool() ? Timestamp(ticks: try signed()) : nil }

  /// As many values as a count in front says.
  mutating func many<Value>(_ read: (inout BlobReader) throws(BlobBroken) -> Value) throws(BlobBroken) -> [Value] {
    let count = try unsigned()
    guard count <= UInt64(bytes.count) else { throw BlobBroken() }
    var values: [Value] = []
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }
}

/// Bytes that are not what they should be.
struct BlobBroken: Error {}
