import CloudWire
import HTTPTypes
import MicrosoftCloud
import SessionCore
import StoreModel
import Testing

@Suite struct IDTokenTests {
  struct Change: Sendable, CustomTestStringConvertible {
    var name: String
    var value: JSON?
    var kind = SignInRefusal.Kind.identityNotProven
    var testDescription: String { "\(name) = \(value.map { "\($0)" } ?? "nothing")" }
  }

  @Test(arguments: [
    Change(name: "aud", value: "another-app"), Change(name: "aud"), Change(name: "iss", value: "https://evil/v2.0"),
    Change(name: "exp", value: 1_789_999_700), Change(name: "exp"), Change(name: "nbf", value: 1_790_000_301),
    Change(name: "oid"), Change(name: "tid"),
    Change(name: "tid", value: "99999999-0b0a-4908-8706-050403020100", kind: .wrongTenant),
  ])
  func aWrongClaimIsNotBelieved(change: Change) async throws {
    let fixture = try EntraFixture()
    let tokens = try EntraFixture.tokens { $0[change.name] = change.value }
    fixture.transport.answer("/token", .json(.object(tokens)))
    let refusal = SignInRefusal(change.kind, reference: "request-1", host: "login.example")
    #expect(try await fixture.poll() == .refused(refusal))
  }

  @Test func clocksMayDifferByFiveMinutes() async throws {
    let fixture = try EntraFixture()
    let tokens = try EntraFixture.tokens {
      $0["exp"] = 1_789_999_701
      $0["nbf"] = 1_790_000_300
    }
    fixture.transport.answer("/token", .json(.object(tokens)))
    #expect(try await fixture.poll().refusal == nil)
  }

  @Test func aWrongClockAtTheTillIsForgiven() async throws {
    let fixture = try EntraFixture()
    let tokens = try EntraFixture.tokens {
      $0["nbf"] = 1_790_086_400
      $0["exp"] = 1_790_090_000
    }
    fixture.transport.answer(
      "/token", .json(.object(tokens), headers: [.date: "Tue, 22 Sep 2026 14:13:30 GMT"]))
    #expect(try await fixture.poll().refusal == nil)
  }

  @Test func aChangedByteBreaksTheSignature() async throws {
    let fixture = try EntraFixture()
    var tokens = try EntraFixture.tokens()
    let parts = try TokenMint().token().split(separator: ".")
    let other = try TokenMint().token { $0["oid"] = "ffffffff-bbbb-4ccc-8ddd-eeeeeeeeeeee" }.split(separator: ".")
    tokens["id_token"] = .string("\(parts[0]).\(other[1]).\(parts[2])")
    fixture.transport.answer("/token", .json(.object(tokens)))
    #expect(try await fixture.poll().refusal?.kind == .identityNotProven)
  }

  @Test(arguments: ["none", "HS256", "RS512"])
  func onlyRS256IsAccepted(algorithm: String) async throws {
    let fixture = try EntraFixture()
    var tokens = try EntraFixture.tokens()
    tokens["id_token"] = .string(try TokenMint().token(algorithm: algorithm))
    fixture.transport.answer("/token", .json(.object(tokens)))
    #expect(try await fixture.poll().refusal?.kind == .identityNotProven)
  }

  @Test func anUnknownKeyIsAskedForOnce() async throws {
    let fixture = try EntraFixture()
    var mint = try TokenMint()
    _ = try await fixture.poll()
    mint.keyID = "key-2"
    var tokens = try EntraFixture.tokens()
    tokens["id_token"] = .string(try mint.token())
    fixture.transport.answer("/token", .json(.object(tokens)))
    fixture.transport.answer("/keys", .json(try mint.keySet()))
    #expect(try await fixture.poll().refusal == nil)
    fixture.transport.answer("/keys", .json(["keys": []]))
    mint.keyID = "key-3"
    tokens["id_token"] = .string(try mint.token())
    fixture.transport.answer("/token", .json(.object(tokens)))
    #expect(try await fixture.poll().refusal?.kind == .identityNotProven)
    #expect(fixture.transport.requests.filter { $0.url.hasSuffix("/keys") }.count == 3)
  }

  @Test func thePlaceholderOfTheIssuerStandsForTheTenant() async throws {
    let fixture = try EntraFixture(tenant: "organizations")
    var document = EntraFixture.document
    document["issuer"] = "https://login.example/{tenantid}/v2.0"
    fixture.transport.answer("/openid-configuration", .json(.object(document)))
    fixture.transport.answer("/keys", .json(try TokenMint().keySet(issuer: "https://login.example/{tenantid}/v2.0")))
    #expect(try await fixture.poll().refusal == nil)
    let fresh = try EntraFixture(tenant: "organizations")
    fresh.transport.answer("/openid-configuration", .json(.object(document)))
    fresh.transport.answer("/keys", .json(try TokenMint().keySet(issuer: "https://login.example/other/v2.0")))
    #expect(try await fresh.poll().refusal?.kind == .identityNotProven)
  }

  @Test func aSignInWithoutIDTokenProvesNobody() async throws {
    let fixture = try EntraFixture()
    var tokens = try EntraFixture.tokens()
    tokens["id_token"] = nil
    fixture.transport.answer("/token", .json(.object(tokens)))
    #expect(try await fixture.poll().refusal?.kind == .identityNotProven)
  }
}
