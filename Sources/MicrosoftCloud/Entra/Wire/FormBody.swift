/// A body as `application/x-www-form-urlencoded` (WHATWG URL §5.2), built as bytes so that secrets stay out of strings.
struct FormBody {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ name: String, _ value: String) {
    begin(name)
    for byte in value.utf8 { encode(byte) }
  }

  mutating func add(_ name: String, secret: UnsafeRawBufferPointer) {
    begin(name)
    for byte in secret { encode(byte) }
  }

  private mutating func begin(_ name: String) {
    if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
    for byte in name.utf8 { encode(byte) }
    bytes.append(UInt8(ascii: "="))
  }

  private mutating func encode(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "*"):
      bytes.append(byte)
    case UInt8(ascii: " "):
      bytes.append(UInt8(ascii: "+"))
    default:
      let digits = Array("0123456789ABCDEF".utf8)
      bytes.append(contentsOf: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]])
    }
  }
}
