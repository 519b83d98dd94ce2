import Glibc
import Testing
import TillsideTesting

/// One run of the built program without a terminal: what it printed, standard error after standard output, and its code.
struct ProgramRun {
  var code: Int32
  var output: String
  var lines: [String] { output.split(separator: "\n").map(String.init) }

  /// Runs it to its end; `words` go through a shell.
  init(_ words: String, of program: String = "tillside", in world: ScrubbedWorld) throws {
    try self.init(shell: "'\(try BuiltProgram.path(program))' \(words)", in: world)
  }

  /// Runs a command of the shell in a world's home folder.
  init(shell: String, in world: ScrubbedWorld) throws {
    let variables = world.environment.map { "'\($0.key)=\($0.value)'" }.sorted().joined(separator: " ")
    let command = "cd '\(world.home)' && env -i \(variables) \(shell) 2>&1 < /dev/null"
    let pipe = try #require(popen(command, "re"))
    var bytes: [UInt8] = []
    while case let byte = fgetc(pipe), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    code = pclose(pipe) >> 8 & 0xFF
    output = String(decoding: bytes, as: UTF8.self)
  }
}

extension ScrubbedWorld {
  /// Puts a file into the home folder.
  func put(_ text: String, at name: String) throws {
    let file = try #require(fopen(home + "/" + name, "we"))
    fputs(text, file)
    fclose(file)
  }
}
