import CloudWire
import HTTPTypes
import StoreModel
import Testing

@testable import PracticeCloud

@Suite struct FaultTests {
  @Test func matchIsMethodAndPathPrefix() {
    func hits(_ match: String, _ method: String, _ path: String) -> Bool {
      Fault(.offline, match: match).hits(method: method, path: path)
    }
    #expect(hits("", "GET", "/v1.0/me"))
    #expect(hits("PATCH /v1.0/planner", "PATCH", "/v1.0/planner/tasks/1"))
    #expect(!hits("PATCH /v1.0/planner", "GET", "/v1.0/planner/tasks/1"))
    #expect(!hits("PATCH /v1.0/planner", "PATCH", "/v1.0/me"))
    #expect(hits("/v1.0", "DELETE", "/v1.0/me"))
    #expect(hits("post", "POST", "/anything"))
    #expect(hits("* /v1.0", "GET", "/v1.0/me"))
    #expect(!Fault(.challenge).hits(method: "GET", path: "/common/oauth2/v2.0/token"))
  }

  @Test func throttleInSecondsAndAsADate() async throws {
    let stand = try await PracticeStand()
    await stand.cloud.inject(Fault(.throttle, match: "/v1.0", count: 1, seconds: 17))
    let first = try await stand.graph("/me", token: nil)
    #expect(first.status == .tooManyRequests)
    #expect(first.headers[.retryAfter] == "17")
    #expect(try first.json["error"]?.text("code") == "TooManyRequests")
    await stand.cloud.inject(Fault(.unavailable, match: "/v1.0", count: 1, seconds: 60, form: .date))
    let second = try await stand.graph("/me", token: nil)
    #expect(second.status == .serviceUnavailable)
    #expect(second.headers[.retryAfter] == "Mon, 23 Nov 2026 08:31:00 GMT")
    #expect(try await stand.graph("/me", token: nil).status == .unauthorized, "both were for one request")
  }

  @Test func theIdentityProviderIsThrottledInItsOwnWords() async throws {
    let stand = try await PracticeStand()
    await stand.cloud.inject(Fault(.throttle, match: "POST /common", count: 1))
    let response = try await stand.post("/common/oauth2/v2.0/devicecode", [])
    #expect(response.status == .tooManyRequests)
    #expect(try response.json["error_codes"] == [90033])
  }

  @Test func aTruncatedWriteHasTakenEffect() async throws {
    let stand = try await PracticeStand()
    let code = try await stand.deviceCode()
    try await stand.cloud.approve(userCode: code.text("user_code"), as: "worker")
    await stand.cloud.inject(Fault(.truncate, count: 1))
    await #expect(throws: TransportError.lostAfterSending(host: "practice.example")) { try await stand.poll(code) }
    #expect(try await stand.poll(code).json.text("error") == "bad_verification_code")
  }

  @Test func aGatewayTimeoutLeavesItsWriteDone() async throws {
    let stand = try await PracticeStand()
    let token = try await stand.tokens(of: stand.worker).text("access_token")
    let task = try #require(try await stand.graph("/me/planner/tasks", token: token).json["value"]?.array?.first)
    await stand.cloud.inject(Fault(.gateway, match: "PATCH", count: 1))
    let path = "/v1.0/planner/tasks/\(task.text("id"))"
    var patch = CloudRequest(.patch, stand.base + path, headers: [.authorization: "Bearer \(token)"])
    patch.headers[.ifMatch] = task.text("@odata.etag")
    patch.body = JSON.object(["title": "Done or not?"]).bytes
    let response = try await stand.cloud.send(patch)
    #expect(response.status == .gatewayTimeout)
    #expect(try response.json["error"]?.text("code") == "")
    #expect(try await stand.get(path, headers: patch.headers).json.text("title") == "Done or not?")
  }

  @Test func oneRequestOfABatchIsThrottledAndTheOthersAreNot() async throws {
    let stand = try await PracticeStand()
    let token = try await stand.tokens(of: stand.worker).text("access_token")
    let requests: JSON = [
      "requests": [
        ["id": "1", "method": "GET", "url": "/me"], ["id": "2", "method": "GET", "url": "/me/planner/tasks"],
        ["id": "3", "method": "GET", "url": "/me", "dependsOn": ["2"]],
      ]
    ]
    await stand.cloud.inject(Fault(.throttle, match: "GET /v1.0/me/planner", count: 1, seconds: 4))
    func statuses() async throws -> [Int?] {
      let request = CloudRequest(
        .post, stand.base + "/v1.0/$batch", headers: [.authorization: "Bearer \(token)"], body: requests.bytes)
      let answers = try await stand.cloud.send(request).json["responses"]?.array ?? []
      let waits = answers.compactMap { $0["headers"]?["Retry-After"]?.string }
      #expect(waits.allSatisfy { $0 == "4" })
      return answers.map { $0["status"]?.int }
    }
    #expect(try await statuses() == [200, 429, 424])
    #expect(try await statuses() == [200, 200, 200])
  }

  @Test func aTimeoutHasNoEffectAndTakesThirtySeconds() async throws {
    let stand = try await PracticeStand()
    let code = try await stand.deviceCode()
    try await stand.cloud.approve(userCode: code.text("user_code"), as: "worker")
    await stand.cloud.inject(Fault(.timeout, count: 1))
    await #expect(throws: TransportError.lostAfterSending(host: "practice.example")) { try await stand.poll(code) }
    #expect(stand.clock.now().instant.sinceStart == .seconds(30))
    #expect(try await stand.poll(code).status == .ok)
  }

  @Test func latency() async throws {
    let stand = try await PracticeStand()
    await stand.cloud.inject(Fault(.latency, count: 1, seconds: 8))
    #expect(try await stand.graph("/me", token: nil).status == .unauthorized)
    #expect(stand.clock.now().instant.sinceStart == .seconds(8))
  }

  @Test func garbageOfEachKind() async throws {
    let stand = try await PracticeStand()
    for body in Fault.Garbage.allCases {
      await stand.cloud.inject(Fault(.garbage, count: 1, body: body))
      let response = try await stand.graph("/me", token: nil)
      #expect(response.status == .ok)
      switch body {
      case .html: #expect(response.headers[.contentType] == "text/html")
      case .json: #expect(throws: JSONFault.self) { try response.json }
      case .huge: #expect(response.body.count > 5_000_000)
      }
    }
  }

  @Test func conflictHitsTheNextWriteOnce() async throws {
    let stand = try await PracticeStand()
    let token = try await stand.tokens(of: stand.worker).text("access_token")
    await stand.cloud.inject(Fault(.conflict))
    #expect(try await stand.graph("/me", token: token).status == .ok)
    let patch = CloudRequest(
      .patch, stand.base + "/v1.0/planner/tasks/none", headers: [.authorization: "Bearer \(token)"])
    let conflict = try await stand.cloud.send(patch)
    #expect(conflict.status == .conflict)
    #expect(try conflict.json["error"]?.text("code") == "")
    #expect(try await stand.cloud.send(patch).status != .conflict)
  }

  @Test func challengeOnceThenFine() async throws {
    let stand = try await PracticeStand()
    let token = try await stand.tokens(of: stand.worker).text("access_token")
    await stand.cloud.inject(Fault(.challenge))
    let response = try await stand.graph("/me", token: token)
    #expect(response.status == .unauthorized)
    #expect(response.headers[.wwwAuthenticate]?.contains("insufficient_claims") == true)
    #expect(try await stand.graph("/me", token: token).status == .ok)
  }

  @Test func theServedCloudIsToldWhatToDoWithTheConnection() async throws {
    let stand = try await PracticeStand()
    let request = CloudRequest(.get, stand.base + "/v1.0/me")
    await stand.cloud.inject(Fault(.offline, count: 1))
    #expect(await stand.cloud.answer(request, isLoopback: false) == .drop)
    await stand.cloud.inject(Fault(.timeout, count: 1))
    #expect(await stand.cloud.answer(request, isLoopback: false) == .hang)
    await stand.cloud.inject(Fault(.truncate, count: 1))
    guard case .truncated(let response, let bytes) = await stand.cloud.answer(request, isLoopback: false) else {
      Issue.record("not truncated")
      return
    }
    #expect(bytes < response.body.count)
  }
}
