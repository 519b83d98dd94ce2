extension Array {
  /// Where in a sorted array something stands, or would: the first index whose element is not before it.
  ///
  /// Its name is its own, so that no `firstIndex` with a closure behind it means this one.
  ///
  /// - Parameter isBefore: true for elements up to some place and false from there on; anything else gives any index.
  @inlinable
  public func sortedPlace(after isBefore: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
