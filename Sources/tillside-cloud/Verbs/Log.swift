import ArgumentParser
import CloudWire

/// Lists what the cloud was asked and answered.
struct Log: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "List the last requests and their answers, newest last.")
  @OptionGroup var options: ControlOptions

  func run() async throws {
    try await reporting {
      let answer = try await ControlClient(readyPath: options.place.path).get("log") ?? []
      guard !options.json else { return print(line: options.text(answer, plain: "")) }
      for entry in answer.array ?? [] {
        let status = entry["status"]?.int ?? 0
        let words = [
          entry["time"]?.string, status == 0 ? "---" : String(status), entry["method"]?.string, entry["path"]?.string,
          entry["username"]?.string,
        ]
        print(line: words.compactMap { $0 }.joined(separator: "  "))
      }
    }
  }
}
