/// Reads one key, or one sequence, from the front of bytes. Pure: it knows nothing of time.
struct KeyScanner: Sendable {
  /// What stands at the front of the bytes; counts are bytes to take away.
  enum Found: Equatable {
    case key(Key, count: Int)
    case mouse(MouseReport, count: Int)
    /// A sequence that is no key, or that was broken off.
    case nothing(count: Int)
    /// A bracketed paste begins.
    case pasteStart(count: Int)
    /// The bytes are the beginning of something; `isLone` when they can also be a whole key.
    case more(isLone: Bool)
  }

  /// A control sequence longer than this is given up.
  private static let longest = 65_536
  let sequences: [[UInt8]: Key]

  /// Reads the front of bytes that are not empty.
  func scan(_ bytes: [UInt8]) -> Found {
    guard bytes.first == 0x1B else { return PlainKey.scan(bytes[...]) }
    guard bytes.count > 1 else { return .more(isLone: true) }
    switch bytes[1] {
    case 0x1B: return .key(Key(.escape), count: 1)
    case UInt8(ascii: "["): return control(bytes)
    case UInt8(ascii: "O"): return singleShift(bytes)
    case UInt8(ascii: "P"), UInt8(ascii: "]"), UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "X"):
      return string(bytes)
    default:
      switch PlainKey.scan(bytes[1...]) {
      case .key(let key, let count): return .key(Key(key.code, key.modifiers.union(.alt)), count: count + 1)
      case let other: return other
      }
    }
  }

  /// The key that bytes mean when nothing followed them in time; nil when they were a torn sequence.
  func loneKey(_ bytes: [UInt8]) -> Key? {
    switch bytes.count {
    case 1 where bytes[0] >= 0x20 && bytes[0] < 0x7F:
      return Key(.character(Character(Unicode.Scalar(bytes[0]))))
    case 2 where bytes[0] == 0x1B && bytes[1] != UInt8(ascii: "[") && bytes[1] != UInt8(ascii: "O"):
      return bytes[1] < 0x7F ? Key(.character(Character(Unicode.Scalar(bytes[1]))), .alt) : nil
    default: return nil
    }
  }

  /// CSI: parameters, intermediates, one final byte (ECMA-48 §5.4).
  private func control(_ bytes: [UInt8]) -> Found {
    guard bytes.count > 2 else { return .more(isLone: false) }
    if bytes[2] == UInt8(ascii: "[") {
      guard bytes.count > 3 else { return .more(isLone: false) }
      return found(Array(bytes[..<4]), ControlKey.linuxConsole(bytes[3]))
    }
    if bytes[2] == UInt8(ascii: "M") {
      guard bytes.count >= 6 else { return .more(isLone: false) }
      return mouse(MouseCode.classic(bytes[3..<6]), count: 6)
    }
    for index in 2..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "$") where index > 2 && bytes[2] != UInt8(ascii: "?"), 0x40...0x7E:
        let whole = Array(bytes[...index])
        if whole == Array("\u{1B}[200~".utf8) { return .pasteStart(count: whole.count) }
        if bytes[2] == UInt8(ascii: "<") { return mouse(MouseCode.sgr(whole[3...]), count: whole.count) }
        return found(whole, ControlKey.csi(parameters: whole[2..<index], final: bytes[index]))
      case 0x20...0x3F: continue
      default: return .nothing(count: index)
      }
    }
    return bytes.count > Self.longest ? .nothing(count: bytes.count) : .more(isLone: false)
  }

  /// SS3: one final byte, on some terminals after a modifier digit.
  private func singleShift(_ bytes: [UInt8]) -> Found {
    for index in 2..<max(2, min(bytes.count, 8)) {
      switch bytes[index] {
      case 0x30...0x3B: continue
      case 0x40...0x7E:
        return found(Array(bytes[...index]), ControlKey.ss3(parameters: bytes[2..<index], final: bytes[index]))
      default: return .nothing(count: index)
      }
    }
    return bytes.count < 8 ? .more(isLone: false) : .nothing(count: 8)
  }

  /// DCS, OSC, PM, APC, SOS: answers of a terminal, up to ST or BEL; nothing in them is a key.
  private func string(_ bytes: [UInt8]) -> Found {
    for index in 2..<max(2, bytes.count) {
      switch bytes[index] {
      case 0x07, 0x18, 0x1A: return .nothing(count: index + 1)
      case 0x1B:
        guard index + 1 < bytes.count else { return .more(isLone: false) }
        return .nothing(count: bytes[index + 1] == UInt8(ascii: "\\") ? index + 2 : index)
      default: continue
      }
    }
    return bytes.count > Self.longest ? .nothing(count: bytes.count) : .more(isLone: bytes.count == 2)
  }

  private func mouse(_ report: MouseReport?, count: Int) -> Found {
    report.map { .mouse($0, count: count) } ?? .nothing(count: count)
  }

  private func found(_ whole: [UInt8], _ usual: Key?) -> Found {
    if let key = sequences[whole] ?? usual { return .key(key, count: whole.count) }
    return .nothing(count: whole.count)
  }
}
