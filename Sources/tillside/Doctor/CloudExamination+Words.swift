import CloudWire
import SessionCore
import StoreModel
import Strings
import Workspace

extension CloudExamination {
  /// What a refusal says, and its number for IT.
  func fact(_ refusal: SignInRefusal) -> String {
    var parts = ["host": refusal.host ?? ""]
    if case .throttled(let until) = refusal.kind {
      parts["seconds"] = String(max(0, SystemClock.now().instant.duration(to: until).components.seconds))
    }
    let text = words(refusal.phrase, parts)
    return refusal.number.map { text + " (AADSTS\($0))" } ?? text
  }

  /// What to do about trouble on the way.
  func advice(_ kind: SignInRefusal.Kind) -> String {
    switch kind {
    case .nameNotResolved: words(.doctorAdviceName)
    case .proxyFailed: words(.doctorAdviceProxy)
    case .notTrusted: words(.doctorAdviceTrust)
    case .captivePortal, .redirected: words(.doctorAdvicePortal)
    case .throttled, .providerDown: words(.doctorAdviceWait)
    default: words(.doctorAdviceOffline)
    }
  }
}

extension SignInRefusal {
  /// Whether it tells of the way to the provider rather than of the provider.
  var isOfTheWay: Bool {
    switch kind {
    case .nameNotResolved, .offline, .timedOut, .proxyFailed, .notTrusted, .captivePortal, .redirected,
      .appMisconfigured:
      true
    default: false
    }
  }
}

extension SignInRefusal {
  /// Whether it passes by itself, whatever the settings are.
  var isOutage: Bool {
    switch kind {
    case .throttled, .providerDown: true
    default: false
    }
  }
}

extension TransportError {
  /// The machine it is about; nil where that is the one that was asked.
  var host: String? { if case .proxyFailed(let host) = self { host } else { nil } }

  /// The same trouble in the words sign-in has for it.
  var kind: SignInRefusal.Kind {
    switch self {
    case .nameNotResolved: .nameNotResolved
    case .unreachable, .addressRefused, .cancelled: .offline
    case .notTrusted: .notTrusted
    case .proxyFailed: .proxyFailed
    case .timedOutBeforeSending, .lostAfterSending: .timedOut
    case .answerTooLarge: .answerTooLarge
    case .answerUnreadable: .answerUnreadable
    case .redirected: .redirected
    }
  }
}

extension String {
  /// `login.example:8443` of `https://login.example:8443/tenant`.
  var hostName: String {
    String(split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? "")
  }
}
