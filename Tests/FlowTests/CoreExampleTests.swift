import Glibc
import Testing
import TillsideTesting

/// The example of the library product, as somebody who copies it would run it.
@Suite struct CoreExampleTests {
  @Test func itSignsInListsTasksAndCompletesOne() throws {
    let program = try BuiltProgram.path("first-task")
    let pipe = try #require(popen("'\(program)' < /dev/null", "re"))
    var bytes: [UInt8] = []
    while case let byte = fgetc(pipe), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    #expect(pclose(pipe) == 0)
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let open = lines.filter { $0.hasPrefix("[ ] ") }.map { $0.dropFirst(4) }
    let first = try #require(open.first)
    #expect(open.count > 5)
    #expect(lines.last == "[x] \(first): the server has it.")
  }
}
