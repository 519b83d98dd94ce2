import CloudWire

/// What is wrong with the tokens of an account, as no provider would ever have it.
enum TokenFlaw: String, Hashable, Codable, Sendable {
  /// They name another company's tenant.
  case foreign
  /// The signature of their ID token is another token's.
  case forged
  /// A refresh brings those of a colleague.
  case swapped
}

extension TokenFlaw {
  /// The tenant of another company.
  static let otherTenantID = "00000000-1111-4222-8333-444444444444"

  /// An ID token under the signature of another one.
  static func forged(_ claims: JSON, by key: SigningKey) -> String? {
    var others = claims.object ?? [:]
    others["uti"] = "another token"
    guard let token = key.sign(claims), let signature = key.sign(.object(others))?.split(separator: ".").last else {
      return nil
    }
    return (token.split(separator: ".").dropLast() + [signature]).joined(separator: ".")
  }
}

extension World {
  /// Whose tokens a refresh brings: the person's own, or a colleague's.
  func bearer(ofRefreshBy person: Person) -> Person {
    guard identity.account(person).flaw == .swapped else { return person }
    return people.first { $0.id != person.id && $0.store == person.store } ?? person
  }
}
