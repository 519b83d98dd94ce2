import CloudWire
import HTTPTypes
import StoreModel
import Testing

@testable import PracticeCloud

@Suite struct ControlTests {
  private func problem(_ response: CloudResponse) throws -> (what: String, place: String, help: String) {
    let error = try #require(try response.json["error"])
    return (error.text("what"), error.text("where"), error.text("help"))
  }

  @Test func approveDeclineExpire() async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    let account = String(user.username.prefix { $0 != "@" })
    for (call, error) in [("approve", ""), ("decline", "authorization_declined"), ("expire", "expired_token")] {
      let code = try await stand.deviceCode()
      let body: JSON = ["user_code": code["user_code"] ?? .null, "username": .string(account)]
      #expect(try await stand.control(call, body).status == .noContent)
      #expect(try await stand.poll(code).json.text("error") == error)
      #expect(try await stand.control(call, body).status == .conflict)
    }
  }

  @Test func unknownNamesAre404() async throws {
    let stand = try await PracticeStand()
    let code = try await stand.deviceCode()
    let noCode = try await stand.control("approve", ["user_code": "XXXXXXXXX", "username": "worker"])
    #expect(noCode.status == .notFound)
    #expect(try problem(noCode).place == "user_code")
    let nobody = try await stand.control("approve", ["user_code": code["user_code"] ?? .null, "username": "nobody"])
    #expect(nobody.status == .notFound)
    #expect(try problem(nobody).place == "username")
    for path in ["nonsense", "hq/nonsense", "hq"] {
      let response = try await stand.control(path, [:])
      #expect(response.status == .notFound)
      #expect(try problem(response).help.contains("approve"))
    }
    #expect(try await stand.control("reset", ["scenario": "no-such"]).status == .notFound)
  }

  @Test(arguments: [
    ("faults", "{", 400, "body, byte 1"), ("faults", "[]", 400, "body"), ("faults", "{}", 422, "kind"),
    ("faults", #"{"kind":"gremlins"}"#, 422, "kind"), ("faults", #"{"kind":"offline","count":0}"#, 422, "count"),
    ("faults", #"{"kind":"offline","cuont":1}"#, 422, "cuont"), ("disable", "{}", 422, "username"),
    ("disable", #"{"username":7}"#, 422, "username"), ("remote", #"{"username":"worker","task":"x"}"#, 422, "changes"),
    ("remote", #"{"username":"worker","task":"x","changes":{"percent":1}}"#, 422, "changes.percent"),
    ("remote", #"{"username":"worker","task":"x","changes":{}}"#, 422, "changes"),
    ("remote", #"{"username":"worker","task":"no such","changes":{"title":"x"}}"#, 404, "task"),
  ])
  func badBodies(call: String, body: String, status: Int, place: String) async throws {
    let stand = try await PracticeStand()
    let before = await stand.cloud.faults.faults
    let response = try await stand.cloud.send(
      CloudRequest(.post, "\(stand.base)/practice/v1/\(call)", body: Array(body.utf8)))
    #expect(response.status.code == status)
    let problem = try problem(response)
    #expect(problem.place == place)
    #expect(!problem.what.isEmpty && !problem.help.isEmpty)
    #expect(await stand.cloud.faults.faults == before)
  }

  @Test func pagesCutEveryListOfTasksUntilTakenBack() async throws {
    let stand = try await PracticeStand()
    let token = try await stand.tokens(of: stand.worker).text("access_token")
    func list() async throws -> JSON { try await stand.graph("/me/planner/tasks", token: token).json }
    let whole = try await list()["value"]?.array?.count ?? 0
    #expect(try await stand.control("paging", ["size": 2]).status == .noContent)
    #expect(try await list()["value"]?.array?.count == 2)
    #expect(try await list().text("@odata.nextLink").hasPrefix(stand.base + "/v1.0/me/planner/tasks?$skiptoken="))
    #expect(try await stand.control("paging", ["size": 0]).status.code == 422)
    #expect(try await stand.control("paging", [:]).status == .noContent)
    #expect(try await list()["value"]?.array?.count == whole)
  }

  @Test func tooLargeAndWrongMethod() async throws {
    let stand = try await PracticeStand()
    let large = CloudRequest(
      .post, stand.base + "/practice/v1/faults", body: Array(repeating: UInt8(ascii: " "), count: 1_000_001))
    #expect(try await stand.cloud.send(large).status == .contentTooLarge)
    #expect(try await stand.get("/practice/v1/approve").status == .badRequest)
  }

  @Test func onlyOnThisMachine() async throws {
    let stand = try await PracticeStand()
    let answer = await stand.cloud.answer(CloudRequest(.get, stand.base + "/practice/v1/tokens"), isLoopback: false)
    guard case .response(let response) = answer else {
      Issue.record("no answer")
      return
    }
    #expect(response.status == .notFound)
    #expect(try problem(response).place == "connection")
  }

  /// A terminal on another machine is told of its store, and nothing else.
  @Test func aStoresProfileGoesToTerminalsEverywhere() async throws {
    let stand = try await PracticeStand()
    func ask(_ path: String, _ method: HTTPRequest.Method = .get) async throws -> CloudResponse {
      let answer = await stand.cloud.answer(CloudRequest(method, stand.base + path), isLoopback: false)
      guard case .response(let response) = answer else { throw CancellationError() }
      return response
    }
    let response = try await ask("/terminals/v1/profile?store=012&register=3")
    #expect(response.status == .ok)
    #expect(try await response.json == stand.get("/practice/v1/hq/profile?store=012&register=3").json)
    #expect(try await ask("/terminals/v1/profile?store=12").status == .notFound)
    #expect(try await ask("/terminals/v1/profile").status.code == 422)
    #expect(try await ask("/terminals/v1/profile?store=012", .post).status == .badRequest)
    #expect(try await ask("/practice/v1/hq/profile?store=012").status == .notFound)
    #expect(try await ask("/terminals/v1/stores").status == .notFound)
  }

  @Test func faultsOverTheWireAndNoneClears() async throws {
    let stand = try await PracticeStand()
    let fault: JSON = [
      "kind": "throttle", "match": "GET /v1.0", "count": 2, "seconds": 9, "form": "date",
    ]
    #expect(try await stand.control("faults", fault).status == .noContent)
    #expect(
      await stand.cloud.faults.faults == [Fault(.throttle, match: "GET /v1.0", count: 2, seconds: 9, form: .date)])
    #expect(try await stand.control("faults", ["kind": "none"]).status == .noContent)
    #expect(await stand.cloud.faults.faults.isEmpty)
  }

  @Test func logNamesWhoAskedAndNeverShowsATokenOrAQuery() async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    let token = try await stand.tokens(of: user).text("access_token")
    _ = try await stand.get("/v1.0/me?$select=id", headers: [.authorization: "Bearer \(token)"])
    let response = try await stand.get("/practice/v1/log")
    let last = try #require(try response.json.array?.last)
    #expect(
      last == [
        "time": "2026-11-23T08:30:00Z", "method": "GET", "path": "/v1.0/me", "status": 200,
        "username": .string(user.username),
      ])
    #expect(!response.text.contains("TILLSIDEPRACTICE") && !response.text.contains("/practice/"))
  }

  @Test func tokensAndTheirStates() async throws {
    let stand = try await PracticeStand()
    let user = try stand.worker
    _ = try await stand.tokens(of: user)
    try await stand.cloud.change(.revoke, of: user.username)
    _ = try await stand.tokens(of: user)
    let tokens = try await stand.get("/practice/v1/tokens").json.array ?? []
    #expect(tokens.map { $0.text("state") } == ["revoked", "revoked", "valid", "valid"])
    #expect(tokens.map { $0.text("kind") } == ["access", "refresh", "access", "refresh"])
    #expect(tokens.allSatisfy { $0.text("token").contains("TILLSIDEPRACTICE") && $0.text("username") == user.username })
    stand.clock.advance(5400)
    #expect(await stand.cloud.tokens.last { $0.kind == "access" }?.state == "expired")
  }

  @Test func resetMakesTheWorldAsAtTheStart() async throws {
    let stand = try await PracticeStand()
    let token = try await stand.tokens(of: stand.worker).text("access_token")
    await stand.cloud.inject(Fault(.latency))
    #expect(try await stand.control("reset", [:]).status == .noContent)
    #expect(await stand.cloud.tokens.isEmpty)
    #expect(await stand.cloud.log.isEmpty)
    #expect(await stand.cloud.readyFacts == stand.facts)
    #expect(try await stand.graph("/me", token: token).status == .unauthorized)
    #expect(stand.clock.now().instant.sinceStart == .zero, "the latency fault is gone")
  }

  @Test func profileOfAStore() async throws {
    let stand = try await PracticeStand()
    let response = try await stand.get("/practice/v1/hq/profile?store=012&register=3")
    let profile = try response.json
    #expect(response.status == .ok)
    #expect(profile.text("storeNumber") == "012" && profile.text("register") == "3")
    #expect(profile.text("chain") == "Contoso")
    #expect(profile["members"]?.array?.count == 4)
    #expect(profile["planIds"]?.array?.isEmpty == false)
    #expect(profile["isIntegrationOn"] == true)
    #expect(profile.text("issued") == "2026-11-23T08:30:00Z")
    #expect(try await stand.get("/practice/v1/hq/profile?store=999").status == .notFound)
    #expect(try await stand.get("/practice/v1/hq/profile").status.code == 422)
  }
}
