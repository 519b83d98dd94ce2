/// Planner's order hints: values sort by character; clients ask for a place as `previous next!`, the server keeps a value
/// between the two (GDC `concepts/planner-order-hint-format.md`).
enum OrderHint {
  private static let lowest: UInt8 = 34
  private static let highest: UInt8 = 127

  /// The value to keep for a hint as a client wrote it; nil when it does not ask for a place between two others.
  ///
  /// Hints nest, because a client may place something beside what it has just placed: `A B! C!` lies between `A B!` and C.
  static func stored(for hint: String) -> String? {
    var operands: [[UInt8]] = []
    var current: [UInt8] = []
    var isClosed = false
    for byte in hint.utf8 {
      switch byte {
      case UInt8(ascii: " "):
        operands.append(current)
        current = []
        isClosed = false
      case UInt8(ascii: "!"):
        guard let previous = operands.popLast() else { return nil }
        current = between(previous, current)
        isClosed = true
      case 35...126 where !isClosed: current.append(byte)
      default: return nil
      }
    }
    guard isClosed, operands.isEmpty else { return nil }
    return String(decoding: current, as: UTF8.self)
  }

  /// A value between two others; an empty one is no bound.
  static func between(_ previous: [UInt8], _ next: [UInt8]) -> [UInt8] {
    let hasRoom = next.isEmpty || previous.lexicographicallyPrecedes(next)
    var bound = hasRoom ? next[...] : []
    var result: [UInt8] = []
    var index = 0
    while true {
      let low = index < previous.count ? previous[index] : lowest
      let high = bound.isEmpty ? highest : index < bound.count ? bound[index] : low
      index += 1
      if high > low + 1 {
        result.append(low + (high - low) / 2)
        return result
      }
      if high > low, low > lowest {
        result.append(low)
        bound = []
      } else if high > low {
        result.append(high)
      } else if low > lowest {
        result.append(low)
      } else {
        return result
      }
    }
  }

  /// The hint of something a person made: the later, the higher up it stands.
  static func ofArrival(_ sequence: Int) -> String { String(8_584_999_999_999_999_999 - sequence) + "P'" }

  /// The hint of something a scenario set up: it stands where the file has it.
  static func ofScenario(_ sequence: Int) -> String { String(8_585_000_000_000_000_000 + sequence) + "P'" }
}
