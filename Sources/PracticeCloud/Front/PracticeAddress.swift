/// A request's address in the parts the front door sorts by.
struct PracticeAddress: Sendable {
  /// Path segments, percent-decoded, empty ones left out.
  var segments: [String]
  /// Query items in order, decoded.
  var query: [(name: String, value: String)]
  /// The path as written, without the query.
  var path: String
  /// `https://host[:port]`; empty when the address had none.
  var origin: String

  init(url: String) {
    var rest = Substring(url.prefix { $0 != "#" })
    origin = ""
    if let scheme = rest.firstRange(of: "://") {
      let end = rest[scheme.upperBound...].firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
      origin = String(rest[..<end])
      rest = rest[end...]
    }
    let split = rest.firstIndex(of: "?") ?? rest.endIndex
    path = String(rest[..<split])
    segments = path.split(separator: "/").map { PercentCoding.decode($0, plusIsBlank: false) }
    query = split == rest.endIndex ? [] : PercentCoding.items(rest[rest.index(after: split)...])
  }

  /// The first query item of a name.
  func value(_ name: String) -> String? { query.first { $0.name == name }?.value }
}

/// Percent-coding of paths, queries and forms (RFC 3986 §2.1, WHATWG form encoding).
enum PercentCoding {
  /// Items of a query or a form body, decoded.
  static func items(_ text: some StringProtocol) -> [(name: String, value: String)] {
    text.split(separator: "&").map { item in
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = decode(parts[0], plusIsBlank: true)
      return (name, parts.count > 1 ? decode(parts[1], plusIsBlank: true) : "")
    }
  }

  /// Decoded text; a broken escape stays as it is written.
  static func decode(_ text: some StringProtocol, plusIsBlank: Bool) -> String {
    var bytes: [UInt8] = []
    let input = Array(text.utf8)
    var index = 0
    while index < input.count {
      let byte = input[index]
      if byte == UInt8(ascii: "%"), index + 2 < input.count, let value = hex(input[index + 1], input[index + 2]) {
        bytes.append(value)
        index += 3
      } else {
        bytes.append(byte == UInt8(ascii: "+") && plusIsBlank ? UInt8(ascii: " ") : byte)
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Text as a form value or query value.
  static func encode(_ text: String) -> String {
    var out = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      if byte < 128,
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-._~".unicodeScalars.contains(scalar)
      {
        out.unicodeScalars.append(scalar)
      } else {
        out += "%" + Hex.text([byte]).uppercased()
      }
    }
    return out
  }

  /// A form body of names and values.
  static func form(_ items: [(name: String, value: String)]) -> [UInt8] {
    Array(items.map { encode($0.name) + "=" + encode($0.value) }.joined(separator: "&").utf8)
  }

  private static func hex(_ high: UInt8, _ low: UInt8) -> UInt8? {
    guard let high = Character(Unicode.Scalar(high)).hexDigitValue,
      let low = Character(Unicode.Scalar(low)).hexDigitValue
    else { return nil }
    return UInt8(high << 4 | low)
  }
}
