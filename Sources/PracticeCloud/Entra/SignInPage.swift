import CloudWire
import HTTPTypes
import StoreModel

/// What is wrong with the last form, as the page says it.
enum SignInProblem: Hashable, Sendable {
  case wrongCode, codeExpired, unknownAccount, wrongPassword, wrongNumber
  case account(AccountRefusal)

  var number: Int {
    switch self {
    case .wrongCode: 70_018
    case .codeExpired: 70_019
    case .unknownAccount: 50_034
    case .wrongPassword: 50_126
    case .wrongNumber: 50_074
    case .account(let refusal): refusal.number
    }
  }

  var text: String {
    switch self {
    case .wrongCode: "That code didn't work. Check the code and try again."
    case .codeExpired: "The code has expired or was used already. Get a new code on your device."
    case .unknownAccount: "We couldn't find an account with that username."
    case .wrongPassword: "Your account or password is incorrect."
    case .wrongNumber: "That number doesn't match. Enter the number shown on this page."
    case .account(let refusal): refusal.text
    }
  }
}

/// One page of the device-login form, before it is written as HTML.
struct SignInPage: Sendable {
  enum Field: String, Sendable {
    case code, username, password, number

    var label: String {
      switch self {
      case .code: "Code"
      case .username: "Account"
      case .password: "Password"
      case .number: "Number"
      }
    }
    var type: String { self == .password ? "password" : "text" }
  }

  enum Button: String, Sendable {
    case next, signIn = "sign-in", verify, approve, decline

    var label: String {
      switch self {
      case .next: "Next"
      case .signIn: "Sign in"
      case .verify: "Verify"
      case .approve: "Continue"
      case .decline: "Cancel"
      }
    }
  }

  var title: String
  var message: String
  var problem: SignInProblem?
  var context: String?
  var asks: [Field]
  var buttons: [Button]

  static func done(_ title: String, _ message: String) -> SignInPage {
    SignInPage(title: title, message: message, context: nil, asks: [], buttons: [])
  }

  /// Plain HTML that a text browser can use; never kept by a cache, never framed.
  func response(_ call: EntraCall) -> CloudResponse {
    CloudResponse(
      .ok,
      headers: [
        .contentType: "text/html; charset=utf-8", .cacheControl: "no-store, no-cache",
        .contentSecurityPolicy: "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
        .date: WireDate(call.now.wall).http,
      ],
      body: Array(html(action: "\(call.base)/\(call.tenant)/oauth2/deviceauth").utf8))
  }

  func html(action: String) -> String {
    var lines = [
      "<!DOCTYPE html>",
      "<html lang=\"en\"><head><meta charset=\"utf-8\"><title>\(HTML.escape(title))</title></head><body>",
      "<h1>\(HTML.escape(title))</h1>", "<p class=\"message\">\(HTML.escape(message))</p>",
    ]
    if let problem {
      lines.append(
        "<p class=\"error\" data-code=\"\(problem.number)\">\(HTML.escape(problem.text)) (AADSTS\(problem.number))</p>")
    }
    if !asks.isEmpty || !buttons.isEmpty {
      lines.append("<form method=\"post\" action=\"\(HTML.escape(action))\">")
      if let context { lines.append("<input type=\"hidden\" name=\"ctx\" value=\"\(HTML.escape(context))\">") }
      for field in asks {
        lines.append(
          "<p><label>\(field.label) <input type=\"\(field.type)\" name=\"\(field.rawValue)\" autocomplete=\"off\"></label></p>"
        )
      }
      for button in buttons {
        lines.append("<button type=\"submit\" name=\"action\" value=\"\(button.rawValue)\">\(button.label)</button>")
      }
      lines.append("</form>")
    }
    lines.append("</body></html>\n")
    return lines.joined(separator: "\n")
  }
}

extension World {
  /// The page after `/logout`; it acts on browser cookies only, and the practice cloud sets none.
  func signedOutPage() -> CloudResponse {
    let page = SignInPage.done("You signed out of your account", "It's a good idea to close all browser windows.")
    return CloudResponse(
      .ok, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store, no-cache"],
      body: Array(page.html(action: "").utf8))
  }
}
