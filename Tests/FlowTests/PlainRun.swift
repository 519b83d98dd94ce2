import Glibc
import Testing
import TillsideTesting

/// A run of the built program on pipes: lines in, lines out.
struct PlainRun {
  var code: Int32
  var output: String
  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// Runs `tillside --plain` to its end, answering with lines that are all there at once, as a script's are.
  init(_ answers: [String], flags: String = "", in world: ScrubbedWorld) throws {
    try world.put(answers.map { $0 + "\n" }.joined(), at: "answers")
    let variables = world.environment.map { "'\($0.key)=\($0.value)'" }.sorted().joined(separator: " ")
    let program = try BuiltProgram.path()
    let command = "cd '\(world.home)' && cat answers | env -i \(variables) '\(program)' --plain \(flags) 2>&1"
    let pipe = try #require(popen(command, "re"))
    var bytes: [UInt8] = []
    while case let byte = fgetc(pipe), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    code = pclose(pipe) >> 8 & 0xFF
    output = String(decoding: bytes, as: UTF8.self)
  }
}
