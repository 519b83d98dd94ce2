/// What became of each tape, as JUnit's XML.
struct PlayReport {
  /// One tape.
  struct Entry {
    var tape: String
    /// The failure's whole text; nil when the tape went through.
    var failure: String?
    var time: Duration
  }

  private(set) var entries: [Entry] = []

  var failures: Int { entries.count { $0.failure != nil } }

  mutating func add(_ entry: Entry) { entries.append(entry) }

  /// The report as XML; characters XML cannot hold are replaced.
  var junit: String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuite name=\"tapes\" tests=\"\(entries.count)\" failures=\"\(failures)\">\n"
    for entry in entries {
      let parts = entry.time.components
      let thousandths = parts.attoseconds / 1_000_000_000_000_000
      let time = "\(parts.seconds).\(String(String(1_000 + thousandths).dropFirst()))"
      text += "  <testcase classname=\"tape\" name=\"\(PlayReport.escape(entry.tape))\" time=\"\(time)\""
      if let failure = entry.failure {
        let first = failure.split(separator: "\n").dropFirst().first.map(String.init) ?? failure
        text += ">\n    <failure message=\"\(PlayReport.escape(first))\">\(PlayReport.escape(failure))</failure>\n"
        text += "  </testcase>\n"
      } else {
        text += "/>\n"
      }
    }
    return text + "</testsuite>\n"
  }

  private static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case _ where scalar.value < 0x20 && scalar != "\n" && scalar != "\t": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
