import ArgumentParser
import Glibc
import Synchronization
import Tape
import Terminal

/// What became of each tape: told in the order of the tapes as soon as it is known, and kept for JUnit's XML.
final class PlayReport: Sendable {
  private struct Books {
    var results: [TapeResult?]
    var told = 0
  }

  private let tapes: [String]
  private let isTAP: Bool
  private let isAside: Bool
  private let books: Mutex<Books>

  /// A report; one that is aside goes to standard error.
  init(_ tapes: [String], isTAP: Bool, isAside: Bool) {
    self.tapes = tapes
    self.isTAP = isTAP
    self.isAside = isAside
    books = Mutex(Books(results: [TapeResult?](repeating: nil, count: tapes.count)))
    if isTAP { say("TAP version 14\n1..\(tapes.count)") }
  }

  /// Takes the result of a tape by its place; from any thread, once for each.
  func add(_ place: Int, _ result: TapeResult) {
    books.withLock { books in
      books.results[place] = result
      while books.told < tapes.count, let next = books.results[books.told] {
        say(line(books.told, next))
        books.told += 1
      }
    }
  }

  /// 1 when a tape failed, 69 when there was nothing to play one on; nil when all went through.
  var exitCode: ExitCode? {
    books.withLock { books in
      for case .noStage? in books.results.map(\.?.outcome) { return .unavailable }
      return books.results.contains { $0?.failure != nil } ? .expectationFailed : nil
    }
  }

  private func say(_ line: String) {
    guard isAside else { return print(line) }
    let bytes = Array((line + "\n").utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }

  private func line(_ place: Int, _ result: TapeResult) -> String {
    let tape = SafeText(tapes[place]).text
    let plays = result.plays > 1 ? "  (\(result.plays) plays, every cell the same)" : ""
    guard isTAP else {
      return result.failure.map { "failed  \(tape)\n\($0)" } ?? "ok      \(tape)\(plays)"
    }
    // In TAP `#` begins a directive.
    let name = tape.replacing("\\", with: "\\\\").replacing("#", with: "\\#")
    guard let failure = result.failure else { return "ok \(place + 1) - \(name)\(plays)" }
    let lines = failure.split(separator: "\n").map { "    \($0)\n" }.joined()
    return "not ok \(place + 1) - \(name)\n  ---\n  message: |\n\(lines)  ..."
  }

  /// Tells what no tape touched.
  func tell(_ gaps: [CoverageGap]) {
    let mark = isTAP ? "# " : ""
    for kind in CoverageGap.Kind.allCases {
      for gap in gaps where gap.kind == kind { say("\(mark)untouched \(kind.rawValue)  \(gap.name)") }
    }
    if gaps.isEmpty { say("\(mark)nothing is untouched") }
  }

  /// The report as JUnit's XML.
  var junit: String {
    let results = books.withLock { $0.results }
    let failures = results.count { $0?.failure != nil }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let total = results.reduce(Duration.zero) { $0 + ($1?.time ?? .zero) }
    text += "<testsuites>\n<testsuite name=\"tapes\" tests=\"\(tapes.count)\" failures=\"\(failures)\" errors=\"0\" "
    text += "time=\"\(total.inSeconds)\">\n"
    for (tape, result) in zip(tapes, results) {
      text += "  <testcase classname=\"tape\" name=\"\(tape.inXML)\" time=\"\((result?.time ?? .zero).inSeconds)\""
      if let failure = result?.failure {
        let first = failure.split(separator: "\n").dropFirst().first.map { String($0.drop { $0 == " " }) } ?? failure
        text +=
          ">\n    <failure type=\"expectation\" message=\"\(first.inXML)\">\(failure.inXML)</failure>\n  </testcase>\n"
      } else {
        text += "/>\n"
      }
    }
    return text + "</testsuite>\n</testsuites>\n"
  }
}

extension Duration {
  /// `1.250`.
  fileprivate var inSeconds: String {
    let thousandths = components.attoseconds / 1_000_000_000_000_000
    return "\(components.seconds).\(String(String(1_000 + thousandths).dropFirst()))"
  }
}
