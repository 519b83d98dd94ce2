internal import CCurses
internal import Terminal

/// Colour pairs of the open terminal, made as looks ask for them.
struct ColorPairs {
  private struct Pair: Hashable {
    let foreground: UInt8?
    let background: UInt8?
  }

  private var numbers: [Pair: Int32] = [:]
  /// Colours the terminal has; 0 when none are to be used.
  let count: Int

  init(count: Int) { self.count = count }

  /// The pair for a look; 0, the terminal's own, without colours.
  mutating func number(for look: Appearance) -> Int32 {
    let pair = Pair(foreground: look.foreground, background: look.background)
    if count < 8 || pair == Pair(foreground: nil, background: nil) { return 0 }
    if let known = numbers[pair] { return known }
    let number = Int32(numbers.count + 1)
    ccurses_define_pair(number, index(pair.foreground), index(pair.background))
    numbers[pair] = number
    return number
  }

  /// The bright half of 16 colours is the plain half where there are only 8.
  private func index(_ color: UInt8?) -> Int32 {
    guard let color else { return -1 }
    return Int32(count >= 16 ? color : color & 7)
  }
}
