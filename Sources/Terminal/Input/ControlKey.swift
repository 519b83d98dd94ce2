/// Special keys as xterm, rxvt, the Linux console, VT100, screen and tmux spell them.
enum ControlKey {
  /// `ESC [` parameters final; nil for what is no key.
  static func csi(parameters: ArraySlice<UInt8>, final: UInt8) -> Key? {
    guard let numbers = numbers(parameters), let modifiers = modifiers(numbers.count > 1 ? numbers[1] : 1) else {
      return nil
    }
    switch final {
    case UInt8(ascii: "~"): return tilde(numbers, modifiers)
    case UInt8(ascii: "u"): return character(numbers.first ?? 0, modifiers)
    case UInt8(ascii: "Z"): return Key(.tab, modifiers.union(.shift))
    case UInt8(ascii: "$"): return tilde(numbers, .shift)
    case UInt8(ascii: "^"): return tilde(numbers, .control)
    case UInt8(ascii: "@"): return tilde(numbers, [.control, .shift])
    case UInt8(ascii: "a")...UInt8(ascii: "d") where numbers.isEmpty:
      return letter(final - 0x20).map { Key($0, .shift) }
    default: return numbers.first ?? 1 == 1 ? letter(final).map { Key($0, modifiers) } : nil
    }
  }

  /// `ESC O` final, with a modifier digit on some terminals; the number pad's keys too.
  static func ss3(parameters: ArraySlice<UInt8>, final: UInt8) -> Key? {
    guard let numbers = numbers(parameters), let modifiers = modifiers(numbers.last ?? 1) else { return nil }
    switch final {
    case UInt8(ascii: "M"): return Key(.enter, modifiers)
    case UInt8(ascii: "I"): return Key(.tab, modifiers)
    case UInt8(ascii: "X"): return Key(.character("="), modifiers)
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return letter(final - 0x20).map { Key($0, .control) }
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      return Key(.character(Character(Unicode.Scalar(final - 0x40))), modifiers)
    default: return letter(final).map { Key($0, modifiers) }
    }
  }

  /// F1 to F5 of the Linux console: `ESC [ [ A` to `E`.
  static func linuxConsole(_ final: UInt8) -> Key? {
    (0x41...0x45).contains(final) ? Key(.function(Int(final) - 0x40)) : nil
  }

  private static func letter(_ final: UInt8) -> Key.Code? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final - UInt8(ascii: "P")) + 1)
    default: nil
    }
  }

  private static func tilde(_ numbers: [Int], _ modifiers: Key.Modifiers) -> Key? {
    guard let number = numbers.first else { return nil }
    if number == 27, numbers.count == 3 { return character(numbers[2], modifiers) }
    let code: Key.Code? =
      switch number {
      case 1, 7: .home
      case 2: .insert
      case 3: .delete
      case 4, 8: .end
      case 5: .pageUp
      case 6: .pageDown
      case 11...15: .function(number - 10)
      case 17...21: .function(number - 11)
      case 23...26: .function(number - 12)
      case 28, 29: .function(number - 13)
      case 31...34: .function(number - 14)
      default: nil
      }
    return code.map { Key($0, modifiers) }
  }

  /// A character spelled by its number (xterm's modifyOtherKeys, `CSI u`).
  private static func character(_ number: Int, _ modifiers: Key.Modifiers) -> Key? {
    switch number {
    case 9: return Key(.tab, modifiers)
    case 13: return Key(.enter, modifiers)
    case 27: return Key(.escape, modifiers)
    case 8, 127: return Key(.backspace, modifiers)
    default:
      guard number >= 0x20, let scalar = UInt32(exactly: number).flatMap(Unicode.Scalar.init) else { return nil }
      return Key(.character(Character(scalar)), modifiers).normalized
    }
  }

  /// xterm's number: 1 and the bits Shift 1, Alt 2, Ctrl 4, Meta 8; nil for anything else.
  private static func modifiers(_ number: Int) -> Key.Modifiers? {
    guard (1...16).contains(number) else { return nil }
    let bits = number - 1
    var modifiers: Key.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & 10 != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  /// Numbers between semicolons, an empty one is 1; nil when there is anything else: such a sequence is no key.
  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int]? {
    if parameters.isEmpty { return [] }
    var numbers: [Int] = []
    for part in parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      if part.isEmpty {
        numbers.append(1)
      } else if part.count <= 7, part.allSatisfy({ (0x30...0x39).contains($0) }) {
        numbers.append(part.reduce(0) { $0 * 10 + Int($1 - 0x30) })
      } else {
        return nil
      }
    }
    return numbers
  }
}
