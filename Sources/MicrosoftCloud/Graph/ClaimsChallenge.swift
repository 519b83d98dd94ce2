import HTTPTypes

/// The claims challenge of a 401 (`WWW-Authenticate: Bearer …, claims="BASE64"`): what the next token has to hold.
enum ClaimsChallenge {
  /// Its text; nil when there is none.
  static func text(in headers: HTTPFields) -> String? {
    for field in headers[values: .wwwAuthenticate] {
      guard let start = field.firstRange(of: "claims=\"")?.upperBound else { continue }
      let coded = field[start...].prefix { $0 != "\"" && $0 != "=" }
      let inURL = String(coded.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
      if let bytes = Base64URL.decode(inURL), let text = String(validating: bytes, as: UTF8.self) { return text }
    }
    return nil
  }
}
