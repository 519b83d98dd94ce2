import ArgumentParser
import Glibc
import Tape

/// `tillside check`: reads tapes without playing them.
struct CheckVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read tapes without playing them; report every mistake with line and column.",
    discussion: "Says nothing where there is no mistake, and ends with 65 where there is one. \(ManualPage.hint)")

  @Argument(help: "Tapes.") var tapes: [String]

  @Flag(help: "Rewrite each tape without mistakes in its canonical spelling.")
  var format = false

  func run() throws {
    var isWrong = false
    for path in tapes {
      let (_, faults) = TapeFiles.assemble(path)
      TapeFiles.tell(faults)
      isWrong = isWrong || !faults.isEmpty
      if format, faults.isEmpty { try rewrite(path) }
    }
    if isWrong { throw ExitCode.dataWrong }
  }

  private func rewrite(_ path: String) throws {
    guard let bytes = TapeFiles.content(path) else { return }
    let printed = TapePrinter.print(TapeParser.parse(bytes: bytes, file: path).tape)
    guard Array(printed.utf8) != bytes else { return }
    try TapeFiles.write(printed, to: path)
    print("\(path): rewritten")
  }
}
