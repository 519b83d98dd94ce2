import Rehearsal
import Tape
import Testing
import TillsideTesting

/// Every example of the tapes' manual page is a whole tape, and comes true.
@Suite("The manual page of tapes")
struct TapeManualTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var number: Int
    var text: String
    var testDescription: String { "example \(number)" }
  }

  /// The blocks fenced as `tape`.
  static let examples: [Example] = {
    var examples: [Example] = []
    var lines: [Substring]?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```tape") {
        lines = []
      } else if line == "```", let block = lines {
        examples.append(Example(number: examples.count + 1, text: block.map { $0 + "\n" }.joined()))
        lines = nil
      } else {
        lines?.append(line)
      }
    }
    return examples
  }()

  static let page =
    TextFile.read(Checkout.path("Documentation/tapes.md")).map { String(decoding: $0, as: UTF8.self) } ?? ""

  @Test("plays every example", arguments: examples)
  func plays(_ example: Example) async throws {
    let file = Checkout.path("Documentation/example.tape")
    let (program, faults) = TapeProgram.assemble(file) { path in
      path == file ? Array(example.text.utf8) : TextFile.read(path)
    }
    #expect(faults.map(\.description) == [])
    try await AppHarness.run(.headless, program.start) { app in
      let shelf = GoldenShelf(
        read: { TextFile.read(Checkout.path("Resources/Screens/" + $0)).map { String(decoding: $0, as: UTF8.self) } },
        write: { name, _ in name })
      var player = TapePlayer(program, on: app.stage, goldens: shelf)
      try player.play()
    }
  }

  @Test("has an example for every step")
  func namesEveryStep() {
    let steps = Self.examples.flatMap { TapeParser.parse($0.text, file: "").tape.steps }
    let words = Set(steps.compactMap { TapePrinter.print($0).split(separator: " ").first.map(String.init) })
    #expect(Set(TapeParser.steps).subtracting(words) == [])
  }
}
