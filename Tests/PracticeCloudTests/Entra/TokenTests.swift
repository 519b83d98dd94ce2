import CloudWire
import Crypto
import CryptoExtras
import HTTPTypes
import StoreModel
import Testing

@testable import PracticeCloud

@Suite struct TokenTests {
  @Test func successBody() async throws {
    let stand = try await PracticeStand()
    let body = try await stand.tokens(of: stand.worker)
    let seconds = try #require(body["expires_in"]?.int)
    #expect(body.text("token_type") == "Bearer")
    #expect((3600...5400).contains(seconds))
    #expect(body["ext_expires_in"]?.int == seconds)
    #expect(body.text("scope") == "User.Read Tasks.ReadWrite openid profile")
    #expect(body.text("access_token").contains("TILLSIDEPRACTICE"))
    #expect(body.text("refresh_token").contains("TILLSIDEPRACTICE"))
    let info = try JSON.parse(Base64Reading.bytes(body.text("client_info")))
    #expect(info.text("utid") == stand.facts.tenantID)
  }

  @Test func scopesComeBackInTheFormAsked() async throws {
    let stand = try await PracticeStand()
    let body = try await stand.tokens(of: stand.worker, scope: "https://graph.microsoft.com/User.Read openid")
    #expect(body.text("scope") == "https://graph.microsoft.com/User.Read openid")
    #expect(body["refresh_token"] == nil)
    let all = try await stand.tokens(of: stand.worker, scope: "https://graph.microsoft.com/.default")
    #expect(all.text("scope").contains("https://graph.microsoft.com/Tasks.ReadWrite "))
    #expect(all["id_token"] == nil)
  }

  @Test func idTokenIsSignedByThePublishedKey() async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    let parts = try await stand.tokens(of: user).text("id_token").split(separator: ".").map(String.init)
    let keys = try await stand.get("/\(stand.facts.tenantID)/discovery/v2.0/keys").json["keys"]?.array ?? []
    let header = try JSON.parse(Base64Reading.bytes(parts[0]))
    #expect(header.text("alg") == "RS256")
    let key = try #require(keys.first { $0.text("kid") == header.text("kid") })
    let publicKey = try _RSA.Signing.PublicKey(
      n: Base64Reading.bytes(key.text("n")), e: Base64Reading.bytes(key.text("e")))
    let signature = _RSA.Signing.RSASignature(rawRepresentation: Base64Reading.bytes(parts[2]))
    let digest = SHA256.hash(data: Array("\(parts[0]).\(parts[1])".utf8))
    #expect(publicKey.isValidSignature(signature, for: digest, padding: .insecurePKCS1v1_5))

    let claims = try JSON.parse(Base64Reading.bytes(parts[1]))
    let now = Int(ManualClock.start.seconds)
    #expect(claims.text("aud") == stand.facts.clientID)
    #expect(claims.text("iss") == "\(stand.base)/\(stand.facts.tenantID)/v2.0")
    #expect(claims.text("tid") == stand.facts.tenantID)
    #expect(claims.text("preferred_username") == user.username)
    #expect(claims.text("name") == user.displayName)
    #expect(claims.text("ver") == "2.0")
    #expect(claims["iat"]?.int == now - 300)
    #expect(claims["exp"]?.int == now + 3600)
  }

  @Test func nonceIsPassedThrough() async throws {
    let stand = try await PracticeStand()
    let first = try await stand.tokens(of: stand.worker)
    let body = try await stand.refresh(first.text("refresh_token"), more: [("nonce", "n-0S6_WzA2Mj")]).json
    let claims = try JSON.parse(Base64Reading.bytes(String(body.text("id_token").split(separator: ".")[1])))
    #expect(claims.text("nonce") == "n-0S6_WzA2Mj")
  }

  @Test func onlyDigestsAreKeptUnlessAsked() async throws {
    let stand = try await PracticeStand(keepsTokens: false)
    let body = try await stand.tokens(of: stand.worker)
    #expect(await stand.cloud.tokens.allSatisfy { $0.token == nil })
    #expect(try await stand.graph("/me", token: body.text("access_token")).status == .ok)
  }
}

/// Reads base64url, for what a client would decode.
enum Base64Reading {
  static func bytes(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var bits = 0
    var count = 0
    for character in text {
      guard let value = Base64URL.alphabet.firstIndex(of: character) else { return [] }
      bits = (bits << 6 | value) & 0xFFFF
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(bits >> count & 255))
      }
    }
    return bytes
  }
}
