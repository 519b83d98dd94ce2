/// Reports of a mouse as terminals spell them (xterm control sequences, "Mouse Tracking").
enum MouseCode {
  /// X10 and normal tracking: three bytes, button, column and row, each 32 more than it says.
  static func classic(_ bytes: ArraySlice<UInt8>) -> MouseReport? {
    let numbers = bytes.map { Int($0) - 32 }
    guard numbers.count == 3 else { return nil }
    return report(button: numbers[0], column: numbers[1], row: numbers[2])
  }

  /// SGR 1006: numbers between semicolons, `M` for a press and `m` for a release.
  static func sgr(_ bytes: ArraySlice<UInt8>) -> MouseReport? {
    guard bytes.last == UInt8(ascii: "M") else { return nil }
    let numbers = bytes.dropLast().split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 3, let button = numbers[0], let column = numbers[1], let row = numbers[2] else { return nil }
    return report(button: button, column: column, row: row)
  }

  /// The low two bits are the button, 64 the wheel; Shift, Alt and Ctrl (4, 8, 16) change nothing. Places count from 1.
  private static func report(button: Int, column: Int, row: Int) -> MouseReport? {
    guard (1...10_000).contains(column), (1...10_000).contains(row), button >= 0 else { return nil }
    let place = Position(row: row - 1, column: column - 1)
    switch button & ~28 {
    case 0: return MouseReport(.press, at: place)
    case 64: return MouseReport(.wheelUp, at: place)
    case 65: return MouseReport(.wheelDown, at: place)
    default: return nil
    }
  }
}
