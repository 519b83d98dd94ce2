import StoreModel

/// One device authorization (RFC 8628): what a terminal polls for and a person answers on the phone.
struct DeviceCode: Sendable {
  /// What the person did about it.
  enum Outcome: Sendable {
    case pending
    case approved(personID: String, withSecondFactor: Bool)
    case declined
    case expired
    /// A policy refused it on the page; the poll is told so.
    case refused(AccountRefusal)
    case redeemed
  }

  /// SHA-256 of the device code, hexadecimal.
  var digest: String
  /// What the person types: nine letters and digits.
  var userCode: String
  var clientID: String
  var scopes: [String]
  var isClaimsCapable: Bool
  var nonce: String?
  var expires: Instant
  /// Least time between two polls; grows by five seconds with each poll that came too early.
  var interval: Duration = .seconds(5)
  var lastPoll: Instant?
  var outcome = Outcome.pending

  /// Letters and digits that cannot be mistaken for each other and spell no word.
  static let alphabet = Array("BCDFGHJKLMNPQRSTVWXZ23456789")
  static let lifetime = Duration.seconds(900)
}

extension IdentityDesk {
  /// Index of a code as a person typed it: case, blanks and hyphens do not matter.
  func codeIndex(typed: String) -> Int? {
    let wanted = typed.uppercased().filter { $0.isLetter || $0.isNumber }
    return codes.lastIndex { $0.userCode == wanted }
  }

  /// What became of a code by now; a pending one expires by time.
  func outcome(of code: DeviceCode, now: Instant) -> DeviceCode.Outcome {
    if case .pending = code.outcome, now >= code.expires { return .expired }
    return code.outcome
  }

  /// A new user code that none of the open ones equals.
  mutating func newUserCode() -> String {
    while true {
      var text = ""
      for _ in 0..<9 { text.append(DeviceCode.alphabet.randomElement(using: &random) ?? "X") }
      if !codes.contains(where: { $0.userCode == text }) { return text }
    }
  }
}
