import CloudWire
import Crypto
import HTTPTypes
import StoreModel

/// The way back to the app, and what is carried over it.
struct AuthorizationAnswer: Hashable, Sendable {
  var redirectURI: String
  var mode: AuthorizationRequest.ResponseMode
  var state: String?
}

extension AuthorizationAnswer {
  init(_ request: AuthorizationRequest) {
    self.init(redirectURI: request.redirectURI, mode: request.mode, state: request.state)
  }

  /// Sends the browser back with items; `state` follows as it came.
  func response(_ items: [(name: String, value: String)], _ call: EntraCall) -> CloudResponse {
    let all = items + (state.map { [(name: "state", value: $0)] } ?? [])
    var response =
      mode == .formPost ? formPost(all) : CloudResponse(.found, headers: [.location: address(all)])
    response.headers[.cacheControl] = "no-store, no-cache"
    response.headers[.pragma] = "no-cache"
    response.headers[.date] = WireDate(call.now.wall).http
    return response
  }

  /// Tells the app what went wrong (RFC 6749 §4.1.2.1).
  func response(_ refusal: EntraRefusal, _ call: EntraCall) -> CloudResponse {
    let body = refusal.body(call)
    var items = [(name: "error", value: refusal.error)]
    for name in ["error_description", "error_uri"] {
      if let value = body[name]?.string { items.append((name, value)) }
    }
    return response(items, call)
  }

  /// A redirect URI without a path comes back with a slash (`reply-url`).
  private func address(_ items: [(name: String, value: String)]) -> String {
    let hasPath = PracticeAddress(url: redirectURI).path.isEmpty == false
    let items = String(decoding: PercentCoding.form(items), as: UTF8.self)
    return redirectURI + (hasPath ? "" : "/") + (mode == .fragment ? "#" : "?") + items
  }

  private static let script = "document.forms[0].submit()"

  /// A page that posts itself; without scripts its button does.
  private func formPost(_ items: [(name: String, value: String)]) -> CloudResponse {
    var lines = [
      "<!DOCTYPE html>", "<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Working...</title></head><body>",
      "<form method=\"post\" action=\"\(HTML.escape(redirectURI))\">",
    ]
    for item in items {
      lines.append("<input type=\"hidden\" name=\"\(item.name)\" value=\"\(HTML.escape(item.value))\">")
    }
    lines.append("<noscript><p class=\"message\">Press Continue to go back to Tillside.</p></noscript>")
    lines.append("<button type=\"submit\">Continue</button>")
    lines.append("</form><script>\(Self.script)</script></body></html>\n")
    let digest = Base64URL.padded(SHA256.hash(data: Array(Self.script.utf8)))
    return CloudResponse(
      .ok,
      headers: [
        .contentType: "text/html; charset=utf-8",
        .contentSecurityPolicy:
          "default-src 'none'; script-src 'sha256-\(digest)'; form-action \(origin); frame-ancestors 'none'",
      ], body: Array(lines.joined(separator: "\n").utf8))
  }

  /// Where a form may lead, for the page's own policy.
  var origin: String { PracticeAddress(url: redirectURI).origin }
}
