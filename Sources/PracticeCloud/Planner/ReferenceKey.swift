/// Addresses of references as property names: OData forbids some characters in names, so they are percent-encoded there.
enum ReferenceKey {
  private static let encoded: [UInt8: String] = [
    UInt8(ascii: "%"): "%25", UInt8(ascii: "."): "%2E", UInt8(ascii: ":"): "%3A", UInt8(ascii: "@"): "%40",
    UInt8(ascii: "#"): "%23",
  ]

  static func key(for address: String) -> String {
    var bytes: [UInt8] = []
    for byte in address.utf8 {
      if let text = encoded[byte] { bytes.append(contentsOf: text.utf8) } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a property name is the encoded form of a web address.
  static func isWellFormed(_ key: String) -> Bool {
    let start = key.lowercased()
    return (start.hasPrefix("https%3a//") || start.hasPrefix("http%3a//")) && !key.contains { ".:@#".contains($0) }
  }
}
