/// Numbers kept in rising order, each once.
extension [Int64] {
  /// Puts a number in its place; once is enough.
  mutating func insertRising(_ number: Int64) {
    let place = place(of: number)
    if place == count || self[place] != number { insert(number, at: place) }
  }

  mutating func removeRising(_ number: Int64) {
    let place = place(of: number)
    if place < count, self[place] == number { remove(at: place) }
  }

  /// The first that is greater.
  func rising(after number: Int64) -> Int64? {
    let place = place(of: number + 1)
    return place < count ? self[place] : nil
  }

  private func place(of number: Int64) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
