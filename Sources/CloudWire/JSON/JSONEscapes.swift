/// Text of the bytes between a JSON string's quotes.
enum JSONEscapes {
  /// The text, escapes resolved; a bad escape stands for itself, a lone surrogate for U+FFFD.
  static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard var escape = bytes.firstIndex(of: UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
    return String(unsafeUninitializedCapacity: bytes.count) { out in
      var count = 0
      var index = 0
      while index < bytes.count {
        while index < escape {
          out[count] = bytes[index]
          count += 1
          index += 1
        }
        if index == bytes.count { break }
        let scalar = resolve(bytes, &index)
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          out[count] = byte
          count += 1
        }
        escape = index
        while escape < bytes.count, bytes[escape] != UInt8(ascii: "\\") { escape += 1 }
      }
      return count
    }
  }

  /// The character that the escape at `index` stands for; never longer in UTF-8 than the escape itself.
  private static func resolve(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> Unicode.Scalar {
    guard index + 1 < bytes.count else {
      index += 1
      return "\\"
    }
    let kind = bytes[index + 1]
    if kind == UInt8(ascii: "u"), let unit = unit(bytes, at: index) {
      index += 6
      if UTF16.isLeadSurrogate(unit), let second = self.unit(bytes, at: index), UTF16.isTrailSurrogate(second) {
        index += 6
        return Unicode.Scalar(0x10000 + (UInt32(unit & 0x3FF) << 10) + UInt32(second & 0x3FF)) ?? "\u{FFFD}"
      }
      return Unicode.Scalar(UInt32(unit)) ?? "\u{FFFD}"
    }
    index += 2
    switch kind {
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(kind)
    default:
      index -= 1
      return "\\"
    }
  }

  /// The UTF-16 unit of `\uXXXX` at `index`.
  private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt16? {
    guard index + 5 < bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
      return nil
    }
    var value: UInt16 = 0
    for byte in bytes[(index + 2)..<(index + 6)] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt16(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt16(byte - 0x41 + 10)
      case 0x61...0x66: value = value << 4 | UInt16(byte - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }
}
