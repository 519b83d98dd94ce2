extension StringProtocol {
  /// What follows `scheme://`; nil when the text does not begin with it, in any case of letters.
  func droppingScheme(_ scheme: String) -> SubSequence? {
    let start = scheme + "://"
    guard prefix(start.count).lowercased() == start else { return nil }
    return dropFirst(start.count)
  }

  /// Host, in lower case and without the brackets of IPv6, and port of `host[:port]`; nil when the port is no port.
  var hostAndPort: (host: String, port: Int?)? {
    if first == "[" {
      guard let end = firstIndex(of: "]") else { return nil }
      let host = self[index(after: startIndex)..<end].lowercased()
      let rest = self[index(after: end)...]
      if rest.isEmpty { return (host, nil) }
      guard rest.first == ":", let port = rest.dropFirst().portNumber else { return nil }
      return (host, port)
    }
    guard let colon = firstIndex(of: ":") else { return (lowercased(), nil) }
    guard let port = self[index(after: colon)...].portNumber else { return nil }
    return (self[..<colon].lowercased(), port)
  }

  private var portNumber: Int? {
    guard let number = UInt16(self), number > 0 else { return nil }
    return Int(number)
  }

  /// The text with `%41` read as `A`; nil when an escape is broken.
  var percentDecoded: String? {
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count >= 2 else {
        return nil
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
