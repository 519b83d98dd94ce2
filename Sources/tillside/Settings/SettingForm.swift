import StoreDocuments

/// What a text has to look like to be a value.
enum SettingForm: Sendable {
  case text, address, tenant, guid, timeZone

  /// The form in words, for the person who got it wrong.
  var expected: String {
    switch self {
    case .text: "a text"
    case .address: "an address that begins with https://"
    case .tenant: "a directory (tenant) id or a domain of one company, like contoso.com"
    case .guid: "an id like 00000000-0000-0000-0000-000000000000"
    case .timeZone: "the name of a time zone below /usr/share/zoneinfo, like Europe/Berlin"
    }
  }

  /// Whether a text has it.
  func holds(_ value: String) -> Bool {
    guard !value.isEmpty, !value.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return false
    }
    switch self {
    case .text: return true
    case .address: return value.hasPrefix("https://") && !value.hostName.isEmpty && !value.contains(" ")
    case .tenant: return value.isGUID || value.isDomain
    case .guid: return value.isGUID
    case .timeZone: return StoreZone.isKnown(value)
    }
  }
}

extension String {
  /// Whether this can be a domain: labels of letters, digits and hyphens with dots between them.
  fileprivate var isDomain: Bool {
    let labels = utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return labels.count > 1
      && labels.allSatisfy { label in
        (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
          && label.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "-")
          }
      }
  }
}
