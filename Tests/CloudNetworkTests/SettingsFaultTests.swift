import CloudNetwork
import Glibc
import Testing

@Suite struct SettingsFaultTests {
  @Test(arguments: [
    "proxy.example:8080", "https://proxy.example", "http://", "http://proxy:0", "http://proxy:80/x",
    "http://u:%zz@proxy",
  ])
  func malformedProxy(text: String) {
    #expect(throws: NetworkSettingsFault.proxyMalformed) {
      try NetworkTransport(NetworkSettings(userAgent: "Tillside/test", proxy: text))
    }
  }

  @Test(arguments: [
    "http://proxy.example", "http://proxy.example:3128/", "http://user:p%40ss@10.0.0.1:8080", "http://[::1]:8080",
  ])
  func wellFormedProxy(text: String) {
    #expect(throws: Never.self) { try NetworkTransport(NetworkSettings(userAgent: "Tillside/test", proxy: text)) }
  }

  @Test func missingAuthorityFile() {
    #expect(throws: NetworkSettingsFault.authorityUnreadable(path: "/nowhere/ca.pem", .system(errno: ENOENT))) {
      try NetworkTransport(NetworkSettings(userAgent: "Tillside/test", extraAuthority: "/nowhere/ca.pem"))
    }
    #expect(throws: NetworkSettingsFault.authorityUnreadable(path: "/tmp", .system(errno: EISDIR))) {
      try NetworkSettings(userAgent: "Tillside/test", extraAuthority: "/tmp").check()
    }
    #expect(throws: NetworkSettingsFault.authorityUnreadable(path: "/dev/null", .noCertificate)) {
      try NetworkSettings(userAgent: "Tillside/test", extraAuthority: "/dev/null").check()
    }
  }
}
