import CloudWire
import HTTPTypes
import StoreModel

extension SignInPage {
  /// Plain HTML that a text browser can use; never kept by a cache, never framed.
  ///
  /// `form` is where answers go, below the tenant. `leadsTo` is the origin the last answer sends the browser to: a
  /// browser holds the redirect after a form against the page's policy too.
  func response(_ call: EntraCall, form: String = "oauth2/deviceauth", leadsTo: String? = nil) -> CloudResponse {
    let targets = ["'self'", leadsTo].compactMap { $0 }.joined(separator: " ")
    return CloudResponse(
      .ok,
      headers: [
        .contentType: "text/html; charset=utf-8", .cacheControl: "no-store, no-cache",
        .contentSecurityPolicy: "default-src 'none'; form-action \(targets); frame-ancestors 'none'",
        .date: WireDate(call.now.wall).http,
      ],
      body: Array(html(action: "\(call.base)/\(call.tenant)/\(form)").utf8))
  }

  func html(action: String) -> String {
    var lines = [
      "<!DOCTYPE html>",
      "<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">",
      "<title>\(HTML.escape(title))</title></head><body>",
      "<h1>\(HTML.escape(title))</h1>", "<p class=\"message\">\(HTML.escape(message))</p>",
    ]
    if let problem {
      lines.append(
        "<p class=\"error\" data-code=\"\(problem.number)\">\(HTML.escape(problem.text)) (AADSTS\(problem.number))</p>")
    }
    if !permissions.isEmpty {
      lines.append("<ul>" + permissions.map { "<li>\(HTML.escape($0))</li>" }.joined() + "</ul>")
    }
    if !asks.isEmpty || !buttons.isEmpty { lines += self.form(action: action) }
    lines.append("</body></html>\n")
    return lines.joined(separator: "\n")
  }

  private func form(action: String) -> [String] {
    var lines = ["<form method=\"post\" action=\"\(HTML.escape(action))\">"]
    if let context { lines.append("<input type=\"hidden\" name=\"ctx\" value=\"\(HTML.escape(context))\">") }
    for field in asks {
      lines.append(
        "<p><label>\(field.label) <input type=\"\(field.type)\" name=\"\(field.rawValue)\" autocomplete=\"off\"></label></p>"
      )
    }
    for choice in choices {
      lines.append(
        "<p><button type=\"submit\" name=\"account\" value=\"\(HTML.escape(choice.value))\">\(HTML.escape(choice.label))"
          + "</button></p>")
    }
    for button in buttons {
      lines.append("<button type=\"submit\" name=\"action\" value=\"\(button.rawValue)\">\(button.label)</button>")
    }
    return lines + ["</form>"]
  }
}
