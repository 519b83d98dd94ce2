import CloudNetwork
import Glibc
import Strings

extension NetworkSettingsFault {
  /// One line: which setting is wrong, why, what to do.
  func line(_ words: Words) -> String {
    switch self {
    case .proxyMalformed: words(.doctorProxyMalformed)
    case .authorityUnreadable(let path, .system(let code)):
      words(.doctorAuthorityUnreadable, ["place": path, "reason": String(cString: strerror(code))])
    case .authorityUnreadable(let path, .noCertificate): words(.doctorAuthorityNone, ["place": path])
    case .authorityUnreadable(let path, .privateKey): words(.doctorAuthorityKey, ["place": path])
    }
  }
}
