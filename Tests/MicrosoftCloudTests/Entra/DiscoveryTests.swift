import CloudWire
import MicrosoftCloud
import SessionCore
import StoreModel
import Testing

@Suite struct DiscoveryTests {
  @Test func theDocumentIsReadOnceADay() async throws {
    let fixture = try EntraFixture()
    let endpoints = try await fixture.client.discover()
    #expect(endpoints.token == "\(EntraFixture.base)/oauth2/v2.0/token")
    _ = try await fixture.client.discover()
    #expect(fixture.transport.requests.map(\.url) == ["\(EntraFixture.base)/v2.0/.well-known/openid-configuration"])
  }

  @Test(arguments: [
    ("token_endpoint", "https://evil.example/token"), ("token_endpoint", "http://login.example/token"),
    ("token_endpoint", "https://login.example.evil/token"), ("token_endpoint", "https://login.example:444/token"),
    ("device_authorization_endpoint", "https://login.example@evil.example/d"), ("jwks_uri", "https://evil.example/k"),
    ("authorization_endpoint", "https://evil.example/a"), ("issuer", "https://evil.example/t/v2.0"),
    ("issuer", "https://login.example/99999999-0b0a-4908-8706-050403020100/v2.0"),
    ("issuer", "https://login.example/\(TokenMint.tenant)"),
  ])
  func anAddressElsewhereIsNotBelieved(name: String, address: String) async throws {
    let fixture = try EntraFixture()
    var document = EntraFixture.document
    document[name] = .string(address)
    fixture.transport.answer("/openid-configuration", .json(.object(document)))
    let refusal = SignInRefusal(.identityNotProven, reference: "request-1", host: "login.example")
    await #expect(throws: refusal) { _ = try await fixture.client.discover() }
  }

  @Test func anUnknownTenantIsNamedSo() async throws {
    let fixture = try EntraFixture(tenant: "nowhere.example")
    fixture.transport.answer("/openid-configuration", .fault("invalid_tenant", number: 90002))
    let refusal = SignInRefusal(.tenantUnknown, number: 90002, reference: "corr-1")
    await #expect(throws: refusal) { _ = try await fixture.client.beginDeviceCode(hint: nil) }
  }
}
