import HTTPTypes

/// Header names of RFC 7240; both are valid tokens, so neither is ever missing.
extension HTTPField.Name {
  static let prefer = HTTPField.Name("Prefer") ?? .expect
  static let preferenceApplied = HTTPField.Name("Preference-Applied") ?? .expect
}
