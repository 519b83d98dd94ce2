import Rehearsal
import Testing
import TillsideTesting

@testable import PracticeCloud
@testable import Tape

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
    TextFile.read(Checkout.path("Resources/Manual/tapes.md")).map { String(decoding: $0, as: UTF8.self) } ?? ""

  @Test("plays every example", arguments: examples)
  func plays(_ example: Example) async throws {
    let file = Checkout.path("Resources/Manual/example.tape")
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

  @Test("is printed by the program alone, for 80 columns, with every step, and help leads to it")
  func isPrinted() throws {
    let world = try ScrubbedWorld()
    #expect(try ProgramRun("manual", in: world).lines.contains("tapes"))
    let page = try ProgramRun("manual tapes", in: world)
    #expect(page.code == 0)
    #expect(page.lines.filter { $0.count > 80 } == [])
    for step in TapeParser.steps { #expect(page.output.contains(step), "\(step)") }
    for example in Self.examples {
      for line in example.text.split(separator: "\n") { #expect(page.lines.contains("    \(line)")) }
    }
    for verb in ["check", "play", "record", "demo"] {
      let help = try ProgramRun("\(verb) --help", in: world).output.replacing("\n", with: " ")
      #expect(help.contains("tillside manual tapes"), "\(verb)")
    }
    #expect(try ProgramRun("manual tape", in: world).code == 64)
  }

  @Test("and the language have every trouble the cloud can make")
  func namesEveryTrouble() {
    let kinds = Fault.Kind.allCases.map(\.rawValue)
    #expect(CloudTrouble.Kind.allCases.filter { $0 != .none }.map(\.rawValue) == kinds)
    for kind in kinds { #expect(Self.page.contains("| `\(kind)` |"), "\(kind)") }
  }

  @Test("leaves the language with the words head office knows")
  func knowsHeadOffice() {
    #expect(HeadquartersForm.roles == SecurityRole.allCases.map(\.rawValue))
    #expect(HeadquartersForm.purposes == OrganizationHierarchy.Purpose.allCases.map(\.rawValue))
    #expect(HeadquartersForm.gates == CompletionGate.allCases.map(\.rawValue))
  }

  @Test("has an example for every step")
  func namesEveryStep() {
    let steps = Self.examples.flatMap { TapeParser.parse($0.text, file: "").tape.steps }
    let words = Set(steps.compactMap { TapePrinter.print($0).split(separator: " ").first.map(String.init) })
    #expect(Set(TapeParser.steps).subtracting(words) == [])
  }
}
