import CloudWire
import SessionCore

/// What the sign-in page sent back through the browser (RFC 6749 §4.1.2), once it is known to answer this sign-in.
struct RedirectAnswer: ~Copyable {
  /// The authorization code, for the token endpoint.
  let code: Secret?
  /// Why there is none.
  let refusal: SignInRefusal?

  /// Reads the query; `issuer` is what an `iss` in it has to be (RFC 9207).
  init(query: String, issuer: String, host: String) {
    let items = QueryItems(query)
    if let error = items["error"] {
      code = nil
      var body: JSON.Object = ["error": .string(error)]
      if let text = items["error_description"] { body["error_description"] = .string(text) }
      if let text = items["error_subcode"] { body["suberror"] = .string(text) }
      let fault = OAuthFault(.object(body), reference: items["error_description"]?.traceID ?? "")
      refusal = fault?.refusal(invalidGrant: .answerSpent)
    } else if let named = items["iss"], named != issuer, !issuer.contains("{tenantid}") {
      code = nil
      refusal = SignInRefusal(.identityNotProven, host: host)
    } else {
      code = items["code"].flatMap { Secret(copying: Array($0.utf8)[...]) }
      refusal = nil
    }
  }
}

extension String {
  /// The id after `Trace ID:` in an error's description, which is all the reference a redirect carries.
  fileprivate var traceID: String? {
    guard let start = firstRange(of: "Correlation ID: ")?.upperBound ?? firstRange(of: "Trace ID: ")?.upperBound
    else { return nil }
    let id = String(self[start...].prefix { $0.isHexDigit || $0 == "-" })
    return GUID.isValid(id) ? id : nil
  }
}
