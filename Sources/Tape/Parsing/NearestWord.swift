/// Finds the word somebody probably meant.
enum NearestWord {
  /// The closest of the known words, when it is close enough to be worth proposing; case does not count.
  static func to(_ word: String, among known: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().unicodeScalars.prefix(64))
    let farthest = max(1, min(3, wanted.count / 3))
    var best: (word: String, distance: Int)?
    for candidate in known.sorted(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) {
      let distance = distance(wanted, Array(candidate.lowercased().unicodeScalars.prefix(64)))
      if distance <= farthest, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var above = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = min(above[j + 1] + 1, row[j] + 1, above[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      before = above
      above = row
    }
    return above[b.count]
  }
}
