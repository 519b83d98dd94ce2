import CloudWire
import HTTPTypes
import MicrosoftCloud
import SessionCore
import StoreModel
import Testing

@Suite struct DeviceCodeTests {
  @Test func theRequestNamesAppAndScopes() async throws {
    let fixture = try EntraFixture()
    let grant = try await fixture.client.beginDeviceCode(hint: "first")
    #expect(grant.userCode == "H7K29QDX4")
    #expect(grant.lifetime == .seconds(900))
    #expect("\(grant.device)" == "DeviceCode")
    #expect(
      fixture.transport.bodies("/devicecode") == [
        "client_id=\(TokenMint.client)&scope=User.Read+Tasks.ReadWrite+Team.ReadBasic.All+User.ReadBasic.All"
          + "+openid+profile+offline_access"
      ])
    let ids = fixture.transport.requests.map { request in
      request.headers.first { $0.name.canonicalName == "client-request-id" }?.value
    }
    #expect(ids == ["request-1", "request-1"])
  }

  @Test func anIntervalLeftOutMeansFiveSeconds() async throws {
    let fixture = try EntraFixture()
    var device = EntraFixture.device
    device["interval"] = nil
    fixture.transport.answer("/devicecode", .json(.object(device)))
    #expect(try await fixture.client.beginDeviceCode(hint: nil).interval == .seconds(5))
  }

  @Test(arguments: ["device_code", "user_code", "verification_uri", "expires_in"])
  func anAnswerWithAPieceMissingIsRefused(name: String) async throws {
    let fixture = try EntraFixture()
    var device = EntraFixture.device
    device[name] = nil
    fixture.transport.answer("/devicecode", .json(.object(device)))
    let refusal = SignInRefusal(.answerUnreadable, reference: "request-1", host: "login.example")
    await #expect(throws: refusal) { _ = try await fixture.client.beginDeviceCode(hint: nil) }
  }

  @Test func tokensComeWithAProvenPerson() async throws {
    let fixture = try EntraFixture()
    let person = SignedInPerson(
      id: PersonID(tenant: TokenMint.tenant, object: TokenMint.object), username: "first@contoso.example",
      displayName: "First Worker")
    let moment = StillClock.moment
    let expiry = Now(
      instant: moment.instant.advanced(by: .seconds(3599)), wall: moment.wall.advanced(by: .seconds(3599)))
    #expect(
      try await fixture.poll() == .tokens(access: "access-1", hasRefresh: true, expiry: expiry, person))
    #expect(
      fixture.transport.bodies("/token") == [
        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&client_id=\(TokenMint.client)"
          + "&device_code=device%2Bcode%2F1"
      ])
  }

  @Test(arguments: [HTTPResponse.Status.badRequest, .ok])
  func errorsCountWhateverTheirStatus(status: HTTPResponse.Status) async throws {
    let fixture = try EntraFixture()
    fixture.transport.answer(
      "/token", .fault("authorization_pending", number: 70016, status: status), .fault("slow_down", status: status),
      .fault("authorization_declined", status: status))
    #expect(try await fixture.poll() == .pending)
    #expect(try await fixture.poll() == .slowDown)
    #expect(try await fixture.poll() == .refused(SignInRefusal(.declined, reference: "corr-1")))
  }

  @Test func capabilitiesAreDeclared() async throws {
    let fixture = try EntraFixture(capabilities: ["cp1"])
    _ = try await fixture.client.beginDeviceCode(hint: nil)
    let body = fixture.transport.bodies("/devicecode").first ?? ""
    #expect(
      body.hasSuffix("&claims=%7B%22access_token%22%3A%7B%22xms_cc%22%3A%7B%22values%22%3A%5B%22cp1%22%5D%7D%7D%7D"))
  }
}
