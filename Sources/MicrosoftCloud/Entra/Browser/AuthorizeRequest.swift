/// The address of the sign-in page (RFC 6749 §4.1.1 with RFC 7636 §4.3 and OpenID Connect Core §3.1.2.1).
///
/// The answer comes back in the query of the redirect: only so can it be pasted where no browser reaches this machine.
struct AuthorizeRequest {
  var endpoint: String
  var clientID: String
  var redirect: String
  var scopes: [String]
  var state: String
  var nonce: String
  var challenge: String
  /// The account the worker typed.
  var hint: String?
  /// The `claims` parameter.
  var claims: String?

  /// The whole address; `prompt=login`, since on a shared terminal nobody's earlier sign-in counts.
  var address: String {
    var form = FormBody()
    form.add("client_id", clientID)
    form.add("response_type", "code")
    form.add("response_mode", "query")
    form.add("redirect_uri", redirect)
    form.add("scope", scopes.joined(separator: " "))
    form.add("state", state)
    form.add("nonce", nonce)
    form.add("code_challenge", challenge)
    form.add("code_challenge_method", "S256")
    form.add("prompt", "login")
    if let hint, !hint.isEmpty { form.add("login_hint", hint) }
    if let claims { form.add("claims", claims) }
    // A form writes a blank as +, which not every page reads so in an address.
    return endpoint + (endpoint.contains("?") ? "&" : "?")
      + String(decoding: form.bytes, as: UTF8.self).replacing("+", with: "%20")
  }
}
