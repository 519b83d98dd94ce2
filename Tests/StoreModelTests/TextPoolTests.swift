import StoreModel
import Testing

@Suite struct TextPoolTests {
  private func text(_ text: String, _ pool: inout TextPool) -> String {
    Array(text.utf8).withUnsafeBufferPointer { pool.text($0) }
  }

  @Test(arguments: ["", "short", "fifteen letters", "sixteen letters!", "é: more than sixteen bytes 😀"])
  func aTextComesBackAsItIs(_ expected: String) {
    var pool = TextPool()
    #expect(text(expected, &pool) == expected)
    #expect(text(expected, &pool) == expected)
  }

  @Test func moreTextsThanItRemembersComeBackAsTheyAre() {
    var pool = TextPool()
    for _ in 0..<2 {
      for number in 0..<2000 {
        let expected = "a plan's long id \(number) at its end"
        #expect(text(expected, &pool) == expected)
      }
    }
  }

  @Test func brokenBytesAreReplaced() {
    var pool = TextPool()
    let bytes = Array("sixteen letters!".utf8) + [0xFF]
    for _ in 0..<2 { #expect(bytes.withUnsafeBufferPointer { pool.text($0) } == "sixteen letters!\u{FFFD}") }
  }

  @Test func theSameUsersShareOnePieceOfMemory() {
    var pool = TextPool()
    func users(_ numbers: Range<Int>) -> [UserID] { numbers.map { UserID(rawValue: "a user's long id \($0)") } }
    let first = pool.group(users(0..<3))
    let second = pool.group(users(0..<3))
    #expect(first == users(0..<3) && second == first)
    #expect(first.withUnsafeBufferPointer(\.baseAddress) == second.withUnsafeBufferPointer(\.baseAddress))
    #expect(pool.group(users(0..<2)) == users(0..<2) && pool.group([]).isEmpty)
  }
}
