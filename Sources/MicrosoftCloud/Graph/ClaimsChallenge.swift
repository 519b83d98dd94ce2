import HTTPTypes

/// The claims challenge of a 401 (`WWW-Authenticate: Bearer …, claims="BASE64"`): what the next token has to hold.
enum ClaimsChallenge {
  /// Its text; nil when there is none.
  static func text(in headers: HTTPFields) -> String? {
    for field in headers[values: .wwwAuthenticate] {
      guard let start = field.firstRange(of: "claims=\"")?.upperBound else { continue }
      let coded = field[start...].prefix { $0 != "\"" }
      if let text = decoded(coded) { return text }
    }
    return nil
  }

  /// Base64 in either alphabet, with or without padding.
  private static func decoded(_ coded: Substring) -> String? {
    var bytes: [UInt8] = []
    var bits = 0
    var count = 0
    for byte in coded.utf8 where byte != UInt8(ascii: "=") {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      default: return nil
      }
      bits = bits << 6 | Int(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(bits >> count & 0xFF))
        bits &= (1 << count) - 1
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
