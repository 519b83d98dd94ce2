/// Texts about scanned codes, by name; `Resources/Strings` holds the words.
public enum ScanPhrase: String, Hashable, Sendable, CaseIterable {
  case found = "scan.found"
  case foundList = "scan.found-list"
  case several = "scan.several"
  case nothing = "scan.nothing"
  case reading = "scan.reading"
  case torn = "scan.torn"
  case nobody = "scan.nobody"
  case answerFirst = "scan.answer-first"
}
