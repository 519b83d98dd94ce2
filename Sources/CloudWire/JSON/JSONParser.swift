/// Where and why a text is not JSON; `offset` counts bytes from 0.
public struct JSONFault: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    case empty, unexpectedByte, unexpectedEnd, tooDeep, trailingBytes, badString, badNumber
  }
  /// What is wrong.
  public let kind: Kind
  /// Byte offset.
  public let offset: Int

  /// A fault at a byte offset.
  public init(kind: Kind, offset: Int) {
    self.kind = kind
    self.offset = offset
  }
}

extension JSON {
  /// Reads one JSON text from bytes; strict RFC 8259, at most 200 levels deep.
  ///
  /// Ill-formed UTF-8 and lone surrogate escapes become U+FFFD.
  public static func parse(_ bytes: [UInt8]) throws(JSONFault) -> JSON {
    var parser = JSONParser(bytes: bytes[...])
    return try parser.document()
  }
}

private struct JSONParser {
  let bytes: ArraySlice<UInt8>
  var index: Int
  var depth = 0

  init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index += 3 }
  }

  func fault(_ kind: JSONFault.Kind) -> JSONFault { JSONFault(kind: kind, offset: index) }

  mutating func document() throws(JSONFault) -> JSON {
    skipBlanks()
    guard index < bytes.endIndex else { throw fault(.empty) }
    let value = try value()
    skipBlanks()
    guard index == bytes.endIndex else { throw fault(.trailingBytes) }
    return value
  }

  mutating func skipBlanks() {
    while index < bytes.endIndex {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  mutating func value() throws(JSONFault) -> JSON {
    guard index < bytes.endIndex else { throw fault(.unexpectedEnd) }
    switch bytes[index] {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw fault(.unexpectedByte)
    }
  }

  mutating func word(_ text: StaticString, _ value: JSON) throws(JSONFault) -> JSON {
    for offset in 0..<text.utf8CodeUnitCount {
      guard index < bytes.endIndex else { throw fault(.unexpectedEnd) }
      guard bytes[index] == text.utf8Start[offset] else { throw fault(.unexpectedByte) }
      index += 1
    }
    return value
  }

  mutating func object() throws(JSONFault) -> JSON {
    try open()
    var object = JSON.Object()
    skipBlanks()
    if take("}") { return close(.object(object)) }
    while true {
      skipBlanks()
      guard index < bytes.endIndex else { throw fault(.unexpectedEnd) }
      guard bytes[index] == UInt8(ascii: "\"") else { throw fault(.unexpectedByte) }
      let name = try string()
      skipBlanks()
      guard take(":") else { throw fault(index < bytes.endIndex ? .unexpectedByte : .unexpectedEnd) }
      skipBlanks()
      object.members.append(.init(name: name, value: try value()))
      skipBlanks()
      if take(",") { continue }
      guard take("}") else { throw fault(index < bytes.endIndex ? .unexpectedByte : .unexpectedEnd) }
      return close(.object(object))
    }
  }

  mutating func array() throws(JSONFault) -> JSON {
    try open()
    var elements: [JSON] = []
    skipBlanks()
    if take("]") { return close(.array(elements)) }
    while true {
      skipBlanks()
      elements.append(try value())
      skipBlanks()
      if take(",") { continue }
      guard take("]") else { throw fault(index < bytes.endIndex ? .unexpectedByte : .unexpectedEnd) }
      return close(.array(elements))
    }
  }

  mutating func open() throws(JSONFault) {
    depth += 1
    guard depth <= 200 else { throw fault(.tooDeep) }
    index += 1
  }

  mutating func close(_ value: JSON) -> JSON {
    depth -= 1
    return value
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  mutating func number() throws(JSONFault) -> JSON {
    let start = index
    _ = take("-")
    guard index < bytes.endIndex else { throw fault(.unexpectedEnd) }
    if !take("0") { try digits() }
    var isWhole = true
    if take(".") {
      isWhole = false
      try digits()
    }
    if take("e") || take("E") {
      isWhole = false
      if !take("+") { _ = take("-") }
      try digits()
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isWhole, let number = Int(text) { return .int(number) }
    guard let number = Double(text) else { throw fault(.badNumber) }
    return .double(number)
  }

  mutating func digits() throws(JSONFault) {
    guard index < bytes.endIndex else { throw fault(.unexpectedEnd) }
    guard (0x30...0x39).contains(bytes[index]) else { throw fault(.badNumber) }
    while index < bytes.endIndex, (0x30...0x39).contains(bytes[index]) { index += 1 }
  }

  mutating func string() throws(JSONFault) -> String {
    index += 1
    let start = index
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        index += 1
        return text
      case UInt8(ascii: "\\"): return try escapedString(from: start)
      case 0..<0x20: throw fault(.badString)
      default: index += 1
      }
    }
    throw fault(.unexpectedEnd)
  }

  mutating func escapedString(from start: Int) throws(JSONFault) -> String {
    var text = Array(bytes[start..<index])
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw fault(.badString)
      default: text.append(byte)
      }
    }
    throw fault(.unexpectedEnd)
  }

  mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
    guard index < bytes.endIndex else { throw fault(.unexpectedEnd) }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      let unit = try hex()
      var value = UInt32(unit)
      if UTF16.isLeadSurrogate(unit), index + 1 < bytes.endIndex, bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "u")
      {
        let mark = index
        index += 2
        let second = try hex()
        if UTF16.isTrailSurrogate(second) {
          value = 0x10000 + (UInt32(unit & 0x3FF) << 10) + UInt32(second & 0x3FF)
        } else {
          index = mark
        }
      }
      text.append(contentsOf: Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8))
    default: throw fault(.badString)
    }
  }

  mutating func hex() throws(JSONFault) -> UInt16 {
    guard index + 4 <= bytes.endIndex else { throw fault(.unexpectedEnd) }
    var value: UInt16 = 0
    for _ in 0..<4 {
      let byte = bytes[index]
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt16(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt16(byte - 0x41 + 10)
      case 0x61...0x66: value = value << 4 | UInt16(byte - 0x61 + 10)
      default: throw fault(.badString)
      }
      index += 1
    }
    return value
  }
}
