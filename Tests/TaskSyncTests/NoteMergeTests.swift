import SyncSimulation
import Testing

@testable import TaskSync

@Suite struct NoteMergeTests {
  private func joined(_ base: String, _ mine: String, _ theirs: String) -> String? {
    NoteMerge(base: base, mine: mine, theirs: theirs).joined
  }

  @Test func changesApartFromEachOtherAreJoined() {
    #expect(joined("a\nb\nc", "A\nb\nc", "a\nb\nC") == "A\nb\nC")
    #expect(joined("a\nb\nc", "a\nc", "a\nb\nc\nd") == "a\nc\nd")
    #expect(joined("a\nb", "x\na\nb", "a\nb\ny") == "x\na\nb\ny")
    #expect(joined("a", "a", "b") == "b" && joined("a", "b", "a") == "b" && joined("a", "b", "b") == "b")
  }

  @Test func changesThatTouchAreNot() {
    #expect(joined("a", "b", "c") == nil)
    #expect(joined("", "mine", "theirs") == nil)
    #expect(joined("a\nb", "A\nb", "a\nB") == nil)
    #expect(joined("a", "a\nmine", "a\ntheirs") == nil)
    #expect(joined("a\nb\nc", "a\nc", "a\nB\nc") == nil)
  }

  @Test func bothKeepsEveryLineOfEither() {
    let merge = NoteMerge(base: "a\nb", mine: "a\nmine", theirs: "a\ntheirs")
    #expect(merge.both(heading: "") == "a\ntheirs\nmine")
    #expect(merge.both(heading: "- Mei -") == "a\ntheirs\n- Mei -\nmine")
  }

  /// Whatever the texts: no line that one person added is missing, and no line stands there that nobody had.
  @Test(arguments: 0..<200) func noLineIsLostOrMadeUp(_ seed: UInt64) {
    var random = SimulationRandom(seed: seed)
    func text(_ from: [Int]) -> [Int] {
      from.filter { _ in Int.random(in: 0..<5, using: &random) > 0 }
        .flatMap { Int.random(in: 0..<5, using: &random) > 0 ? [$0] : [$0, Int.random(in: 100..<999, using: &random)] }
    }
    let base = (0..<Int.random(in: 0..<12, using: &random)).map { $0 % 7 }
    let (mine, theirs) = (text(base), text(base))
    func string(_ lines: [Int]) -> String { lines.map(String.init).joined(separator: "\n") }
    let merge = NoteMerge(base: string(base), mine: string(mine), theirs: string(theirs))
    let added = Set((mine + theirs).filter { $0 >= 100 })
    let both = Set(merge.both(heading: "").split(separator: "\n").compactMap { Int($0) })
    #expect(both.isSuperset(of: added) && both.subtracting(base).subtracting(added).isEmpty)
    guard let joined = merge.joined else { return }
    #expect(Set(joined.split(separator: "\n").compactMap { Int($0) }).isSuperset(of: added))
  }

  @Test func aTextMadeToBeExpensiveIsAskedAbout() {
    let base = (0..<3000).map { "a\($0)" }.joined(separator: "\n")
    let mine = (0..<3000).map { "b\($0)" }.joined(separator: "\n")
    #expect(joined(base, mine, base + "\nend") == nil)
  }
}
