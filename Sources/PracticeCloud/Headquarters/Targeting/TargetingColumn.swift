/// A column after the three fixed ones: an attribute or a bucket.
struct TargetingColumn: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// `Name`: each node has one value of it.
    case exclusive
    /// `Name:Value`: the value applies or not.
    case value(String, String)
    /// `#Name`.
    case bucket(String)
  }
  var name: String
  var kind: Kind

  init(_ name: String) {
    self.name = name
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    if name.hasPrefix("#") {
      kind = .bucket(String(name.dropFirst()))
    } else if parts.count == 2 {
      kind = .value(parts[0], parts[1])
    } else {
      kind = .exclusive
    }
  }

  var bucket: String? { if case .bucket(let name) = kind { name } else { nil } }

  var isWellFormed: Bool {
    switch kind {
    case .exclusive: Self.isName(name)
    case .value(let name, let value): Self.isName(name) && Self.isName(value)
    case .bucket(let name): Self.isName(name)
    }
  }

  /// 1 to 100 letters A–Z, digits and blanks. Microsoft's rule names no blank, its own examples use them.
  static func isName(_ text: String) -> Bool {
    (1...TargetingFile.Limit.name).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        byte == UInt8(ascii: " ") || (byte < 0x80 && Character(Unicode.Scalar(byte)).isLetter)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
  }
}

extension StringProtocol {
  /// Without blanks at both ends.
  var trimmingBlanks: SubSequence {
    guard let start = firstIndex(where: { $0 != " " }), let end = lastIndex(where: { $0 != " " }) else {
      return self[startIndex..<startIndex]
    }
    return self[start...end]
  }

  /// Letters and digits alone, in lower case.
  var plainLetters: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}
