import StoreModel

extension StringProtocol {
  /// Whether this is a GUID in its usual form: 8-4-4-4-12 hexadecimal digits.
  public var isGUID: Bool {
    let groups = utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12]
      && groups.allSatisfy { $0.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) } }
  }

  /// Whether this can be a store number: 1 to 20 letters and digits of ASCII, leading zeros kept.
  var isStoreNumber: Bool {
    (1...20).contains(utf8.count)
      && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
  }

  /// Yes or no in the ways people and spreadsheets write it; nil for anything else.
  var flag: Bool? {
    switch lowercased() {
    case "yes", "true", "1", "on", "y": true
    case "no", "false", "0", "off", "n": false
    default: nil
    }
  }

  /// The same store number but for leading zeros, as a spreadsheet leaves it.
  func isAlike(storeNumber other: some StringProtocol) -> Bool { drop { $0 == "0" } == other.drop { $0 == "0" } }
}

extension WorkerRole {
  /// A role as documents write it, in any case.
  init?(written text: some StringProtocol) { self.init(rawValue: text.lowercased()) }
}
