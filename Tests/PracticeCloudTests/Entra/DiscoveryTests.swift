import CloudWire
import HTTPTypes
import Testing

@testable import PracticeCloud

@Suite struct DiscoveryTests {
  @Test func guidAndDomainNameTheSameTenant() async throws {
    let stand = try await PracticeStand()
    for tenant in [stand.facts.tenantID, stand.facts.tenantDomain] {
      let response = try await stand.get("/\(tenant)/v2.0/.well-known/openid-configuration")
      let document = try response.json
      let root = "\(stand.base)/\(stand.facts.tenantID)"
      #expect(document.text("issuer") == "\(root)/v2.0")
      #expect(document.text("token_endpoint") == "\(root)/oauth2/v2.0/token")
      #expect(document.text("device_authorization_endpoint") == "\(root)/oauth2/v2.0/devicecode")
      #expect(document.text("jwks_uri") == "\(root)/discovery/v2.0/keys")
      #expect(document["revocation_endpoint"] == nil)
      #expect(response.headers[.cacheControl] == "max-age=86400, private")
      #expect(response.headers[.contentType] == "application/json; charset=utf-8")
    }
  }

  @Test(arguments: ["organizations", "common"])
  func sharedAliasesKeepThePlaceholder(alias: String) async throws {
    let stand = try await PracticeStand()
    let document = try await stand.get("/\(alias)/v2.0/.well-known/openid-configuration").json
    #expect(document.text("issuer") == "\(stand.base)/{tenantid}/v2.0")
  }

  @Test func unknownTenant() async throws {
    let stand = try await PracticeStand()
    let response = try await stand.get("/nobody.example/v2.0/.well-known/openid-configuration")
    #expect(response.status == .badRequest)
    #expect(try response.json.text("error") == "invalid_tenant")
    #expect(try response.json["error_codes"] == [90002])
  }

  @Test func keySetShowsOneRSAKeyAndNothingPrivate() async throws {
    let stand = try await PracticeStand()
    let keys = try await stand.get("/common/discovery/v2.0/keys").json["keys"]?.array ?? []
    let key = try #require(keys.first)
    #expect(keys.count == 1)
    #expect(key.text("kty") == "RSA" && key.text("use") == "sig" && key.text("e") == "AQAB")
    #expect(key.text("n").utf8.count == 342)
    #expect(key["d"] == nil && key["p"] == nil)
  }

  @Test func instanceDiscoveryKnowsOnlyThisHost() async throws {
    let stand = try await PracticeStand()
    let known = PercentCoding.encode("\(stand.base)/common/oauth2/v2.0/authorize")
    let found = try await stand.get("/common/discovery/instance?api-version=1.1&authorization_endpoint=\(known)")
    #expect(try found.json["metadata"]?.array?.first?["aliases"] == ["practice.example"])
    let other = try await stand.get("/common/discovery/instance?authorization_endpoint=https://elsewhere.example/x")
    #expect(other.status == .badRequest)
    #expect(try other.json["error_codes"] == [50049])
  }

  @Test func userRealm() async throws {
    let stand = try await PracticeStand()
    let managed = try await stand.get("/common/userrealm/a@\(stand.facts.tenantDomain)?api-version=1.0").json
    #expect(managed.text("account_type") == "Managed")
    let unknown = try await stand.get("/common/userrealm/a@elsewhere.example?api-version=1.0").json
    #expect(unknown.text("account_type") == "Unknown")
  }

  @Test func wrongMethodNamesTheRightOne() async throws {
    let stand = try await PracticeStand()
    let response = try await stand.get("/common/oauth2/v2.0/token")
    #expect(response.status == .methodNotAllowed)
    #expect(response.headers[.allow] == "POST")
  }
}
