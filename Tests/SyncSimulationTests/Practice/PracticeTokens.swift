import CloudWire
import HTTPTypes
import MicrosoftCloud
import PracticeCloud
import StoreModel

/// Somebody's session at a practice cloud without a person: approves its own codes, and does so again before the token ends.
actor PracticeTokens: AuthorizationSource {
  private let cloud: PracticeCloud
  private let facts: ReadyFacts
  private let clock: any StoreClock
  private let username: String
  private var field: String?
  private var renewAt = Instant.start

  init(cloud: PracticeCloud, facts: ReadyFacts, clock: any StoreClock, username: String) {
    self.cloud = cloud
    self.facts = facts
    self.clock = clock
    self.username = username
  }

  func authorization() async -> String? {
    let now = clock.now().instant
    if field == nil || now >= renewAt {
      field = await signIn()
      renewAt = now.advanced(by: .seconds(3000))
    }
    return field
  }

  func tokenRejected(_ authorization: String, claims: String?) async {}

  private func signIn() async -> String? {
    let code = await post("devicecode", "client_id=\(facts.clientID)&scope=Tasks.ReadWrite%20User.Read")
    guard let userCode = code?["user_code"]?.string, let deviceCode = code?["device_code"]?.string else { return nil }
    try? await cloud.approve(userCode: userCode, as: username)
    let grant = "urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code"
    let token = await post("token", "grant_type=\(grant)&client_id=\(facts.clientID)&device_code=\(deviceCode)")
    return token?["access_token"]?.string.map { "Bearer " + $0 }
  }

  private func post(_ path: String, _ form: String) async -> JSON? {
    let url = "\(cloud.base)/\(facts.tenantID)/oauth2/v2.0/\(path)"
    let headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
    let response = try? await cloud.send(CloudRequest(.post, url, headers: headers, body: Array(form.utf8)))
    return response.flatMap { try? JSON.parse($0.body) }
  }
}
