import StoreDocuments
import Strings

extension DocumentFaults {
  /// One line for each fault, with where it is.
  func lines(_ path: String, _ words: Words) -> [String] { all.map { $0.line(path, words) } }
}

extension DocumentFault {
  /// One line: where, what is wrong, what to do.
  func line(_ path: String, _ words: Words) -> String {
    switch place {
    case .whole: path + ": " + what(words)
    case .line(let line, let column): "\(path):\(line):\(column): " + what(words)
    case .row(let row, let column, let name):
      words(
        .documentRow,
        [
          "file": path, "row": String(row), "column": name.map { "\(column) (\($0))" } ?? String(column),
          "what": what(words),
        ])
    }
  }

  private func what(_ words: Words) -> String {
    switch kind {
    case .notYAML(let reason): words(.documentNotYAML, ["reason": reason])
    case .notUTF8: words(.documentNotUTF8)
    case .empty: words(.documentEmpty)
    case .quoteNeverCloses: words(.documentQuoteOpen)
    case .textAfterQuote: words(.documentTextAfterQuote)
    case .cellCount(let count, let expected):
      words(.documentCellCount, ["n": String(count), "expected": String(expected)])
    case .columnMissing(let name): words(.documentColumnMissing, ["name": name])
    case .columnTwice(let name): words(.documentColumnTwice, ["name": name])
    case .notAMap(let key): words(.documentNotAMap, ["key": key.isEmpty ? "-" : key])
    case .notAList(let key): words(.documentNotAList, ["key": key])
    case .unknownKey(let key, let known):
      nearest(key, among: known).map { words(.documentUnknownKeyNear, ["key": key, "nearest": $0]) }
        ?? words(.documentUnknownKey, ["key": key, "known": known.joined(separator: ", ")])
    case .missing(let key): words(.documentMissing, ["key": key])
    case .wrongValue(let key, let value, let expected):
      words(.documentWrongValue, ["key": key, "value": value, "expected": words(expected.phrase)])
    case .again(let value, let first): words(.documentAgain, ["value": value, "first": String(first)])
    case .contradicts(let key, let value, let setting):
      words(.documentContradicts, ["key": key, "value": value, "setting": setting])
    case .noSuchStore(let store, let alike?): words(.documentNoStoreAlike, ["store": store, "alike": alike])
    case .noSuchStore(let store, nil): words(.documentNoStore, ["store": store])
    case .nobodyWorks(let store): words(.documentNobody, ["store": store])
    }
  }
}

extension DocumentFault.Expected {
  fileprivate var phrase: CommandLinePhrase {
    switch self {
    case .text: .expectedText
    case .guid: .expectedGUID
    case .storeNumber: .expectedStoreNumber
    case .role: .expectedRole
    case .flag: .expectedFlag
    case .onOff: .expectedOnOff
    case .moment: .expectedMoment
    case .sourceType: .expectedSourceType
    }
  }
}
