/// The items of a query (`code=a+b&state=c`), read as browsers write them (WHATWG URL §5.1).
public struct QueryItems: Hashable, Sendable {
  private var items: [String: [String]] = [:]

  /// Reads a query without its question mark; broken escapes stay as they are.
  public init(_ text: some StringProtocol) {
    for pair in text.utf8.split(separator: UInt8(ascii: "&")) {
      let end = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
      let value = pair[end...].dropFirst()
      items[Self.decode(pair[..<end]), default: []].append(Self.decode(value))
    }
  }

  /// The value of an item; nil where it is missing or stands there twice, which RFC 6749 §3.1 forbids.
  public subscript(name: String) -> String? {
    guard let values = items[name], values.count == 1 else { return nil }
    return values[0]
  }

  private static func decode(_ text: some Sequence<UInt8>) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "+") {
        bytes.append(UInt8(ascii: " "))
      } else if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
