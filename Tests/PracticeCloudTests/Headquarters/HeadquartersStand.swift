import CloudWire
import HTTPTypes
import StoreModel
import Testing

@testable import PracticeCloud

/// A practice chain with headquarters' calls, each answered as the control interface answers it.
struct HeadquartersStand {
  let clock = ManualClock()
  let cloud: PracticeCloud
  let base = "https://practice.example"

  init(_ scenario: String = "contoso-retail") throws {
    cloud = PracticeCloud(
      scenario: try Scenario.load(named: scenario), clock: clock, seed: 7, base: base, keepsTokens: true)
  }

  func look(_ call: String) async throws -> JSON {
    let response = try await cloud.send(CloudRequest(.get, "\(base)/practice/v1/hq/\(call)"))
    try #require(response.status == .ok, "\(response.text)")
    return try response.json
  }

  func tell(_ call: String, _ body: JSON) async throws -> CloudResponse {
    try await cloud.send(CloudRequest(.post, "\(base)/practice/v1/hq/\(call)", body: body.bytes))
  }

  @discardableResult
  func done(_ call: String, _ body: JSON) async throws -> JSON {
    let response = try await tell(call, body)
    try #require(response.status.kind == .successful, "\(response.text)")
    return response.body.isEmpty ? .null : try response.json
  }

  /// What stands in the way of a call: each problem as `where: what`.
  func problems(_ call: String, _ body: JSON) async throws -> [String] {
    let error = try await tell(call, body).json["error"] ?? .null
    return (error["problems"]?.array ?? [error]).map { "\($0.text("where")): \($0.text("what"))" }
  }

  func store(_ number: String) async throws -> JSON {
    try #require(try await look("stores").array?.first { $0["number"]?.string == number })
  }

  func outcome(_ answer: JSON, _ store: String) -> String? {
    answer.array?.first { $0["store"]?.string == store }?["outcome"]?.string
  }
}

extension JSON {
  func texts(_ name: String) -> [String] { self[name]?.array?.compactMap(\.string) ?? [] }
}
