/// Base64 with padding (RFC 4648 §4) written straight into bytes, and read back, as etags carry it.
enum EtagText {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
    return values
  }()

  static func encode(_ bytes: some Collection<UInt8>, to out: inout [UInt8]) {
    var group: UInt32 = 0
    var count = 0
    func digit(_ shift: UInt32) -> UInt8 { alphabet[Int(group >> shift & 63)] }
    for byte in bytes {
      group = group << 8 | UInt32(byte)
      count += 1
      guard count == 3 else { continue }
      out.append(digit(18))
      out.append(digit(12))
      out.append(digit(6))
      out.append(digit(0))
      group = 0
      count = 0
    }
    guard count > 0 else { return }
    group <<= count == 1 ? 16 : 8
    out.append(digit(18))
    out.append(digit(12))
    out.append(count == 1 ? UInt8(ascii: "=") : digit(6))
    out.append(UInt8(ascii: "="))
  }

  /// The bytes of a padded text; nil when it is not base64 in its one canonical form.
  static func decode(_ text: some BidirectionalCollection<UInt8>) -> [UInt8]? {
    guard text.count % 4 == 0 else { return nil }
    let body = text.reversed().drop { $0 == UInt8(ascii: "=") }.reversed()
    guard text.count - body.count <= 2 else { return nil }
    var bytes: [UInt8] = []
    var group: UInt32 = 0
    var bits = 0
    for byte in body {
      let value = values[Int(byte)]
      guard value != 0xFF else { return nil }
      group = group << 6 | UInt32(value)
      bits += 6
      guard bits >= 8 else { continue }
      bits -= 8
      bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
      group &= (1 << UInt32(bits)) - 1
    }
    return group == 0 ? bytes : nil
  }
}
