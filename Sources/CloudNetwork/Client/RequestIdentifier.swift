/// A fresh GUID (RFC 9562 §5.4, version 4) for `client-request-id`.
///
/// It names a request in the logs of both sides; it is no secret and guards nothing.
enum RequestIdentifier {
  static func make() -> String {
    let high = (UInt64.random(in: .min ... .max) & ~0xF000) | 0x4000
    let low = (UInt64.random(in: .min ... .max) & (.max >> 2)) | (1 << 63)
    let digits = hex(high) + hex(low)
    var text = ""
    for (position, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(position) { text.append("-") }
      text.append(digit)
    }
    return text
  }

  private static func hex(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
