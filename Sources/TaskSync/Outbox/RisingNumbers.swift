import StoreModel

/// Numbers kept in rising order, each once.
extension [Int64] {
  /// Puts a number in its place; once is enough.
  mutating func insertRising(_ number: Int64) {
    let place = sortedPlace { $0 < number }
    if place == count || self[place] != number { insert(number, at: place) }
  }

  mutating func removeRising(_ number: Int64) {
    let place = sortedPlace { $0 < number }
    if place < count, self[place] == number { remove(at: place) }
  }

  /// The first that is greater.
  func rising(after number: Int64) -> Int64? {
    let place = sortedPlace { $0 <= number }
    return place < count ? self[place] : nil
  }
}
