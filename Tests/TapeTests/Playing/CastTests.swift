import Tape
import Terminal
import TerminalEmulator
import Testing
import TillsideTesting

@Suite("A recording")
struct CastTests {
  private func record(_ text: String) throws -> (text: String, last: TapeScreen) {
    let (program, faults) = TapeProgram.assemble("a.tape") { _ in Array(text.utf8) }
    if let first = faults.first { throw first }
    let stage = try SlowProfile.stage(program.start)
    let recorder = CastRecorder(program.start, title: "a \"tape\"", timestamp: 1_795_599_660)
    var player = TapePlayer(
      program, on: stage, goldens: GoldenShelf(read: { _ in nil }, write: { name, _ in name }), before: recorder)
    try player.play()
    return (recorder.text, stage.screen)
  }

  static let tape = "Mark \"start\"\nType \"mei\"\nF1\nCaption \"help\"\nResize 100x30\nEscape\n"

  @Test("is asciicast v2: a header, then events in order of time, the same bytes each time")
  func form() async throws {
    let text = try await onOwnThread { try record(Self.tape).text }
    let lines = text.split(separator: "\n").map(String.init)
    #expect(
      lines.first
        == "{\"version\": 2, \"width\": 80, \"height\": 24, \"timestamp\": 1795599660, \"title\": \"a \\\"tape\\\"\", "
        + "\"env\": {\"TERM\": \"xterm-256color\"}}")
    let times = lines.dropFirst().compactMap { line in Double(line.dropFirst().prefix { $0 != "," }) }
    #expect(times.count == lines.count - 1)
    #expect(times == times.sorted())
    #expect(lines.contains { $0.hasSuffix("\"m\", \"start\"]") })
    #expect(lines.contains { $0.hasSuffix("\"m\", \"help\"]") })
    #expect(lines.contains { $0.hasSuffix("\"r\", \"100x30\"]") })
    #expect(try await onOwnThread { try record(Self.tape).text } == text)
  }

  @Test("shows a terminal emulator what the program showed")
  func plays() async throws {
    let (text, last) = try await onOwnThread { try record(Self.tape) }
    let emulator = try #require(Emulator(size: Size(columns: 80, rows: 24)))
    for line in text.split(separator: "\n").dropFirst() {
      if line.contains("\"r\", \"100x30\"") { emulator.resize(to: Size(columns: 100, rows: 30)) }
      guard let start = line.firstRange(of: "\"o\", \"") else { continue }
      emulator.feed(unescaped(line[start.upperBound...].dropLast(2)))
    }
    #expect((0..<30).map { emulator.screen.text(row: $0) } == last.rows)
  }

  /// The bytes of a JSON text as the recorder writes it.
  private func unescaped(_ text: Substring) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = text
    while let character = rest.popFirst() {
      guard character == "\\" else {
        bytes += String(character).utf8
        continue
      }
      if rest.popFirst() == "u" {
        bytes.append(UInt8(rest.prefix(4), radix: 16) ?? 0x3F)
        rest = rest.dropFirst(4)
      }
    }
    return bytes
  }
}
