import CloudWire
import HTTPTypes
import StoreModel

/// One Graph request after its bearer token was found good.
struct GraphCall: Sendable {
  var method: HTTPRequest.Method
  /// Path segments after the version, percent-decoded: `["planner", "tasks", "…", "details"]`.
  var segments: [String]
  /// Query items, percent-decoded, names as written (`$select`).
  var query: [(name: String, value: String)]
  var headers: HTTPFields
  var body: [UInt8]
  /// Whose token it is.
  var caller: Person
  /// `https://host[:port]/v1.0`, to build contexts and next links from.
  var base: String
  /// The world's time now.
  var now: Timestamp
  /// GUID of the answer, repeated in error bodies.
  var requestID = ""
  /// What the client calls this request, repeated in error bodies; the request id when it gave no name.
  var correlationID = ""
}

extension GraphCall {
  /// The address without its query.
  var url: String { base + "/" + segments.joined(separator: "/") }

  /// False when the client asked for bodies without contexts and etags.
  var wantsMetadata: Bool {
    !(headers[.accept] ?? "").replacing(" ", with: "").lowercased().contains("odata.metadata=none")
  }

  /// `$expand=details`: it works for single tasks and for one's own, and is passed over for the tasks of a plan.
  var expandsDetails: Bool { query("$expand")?.lowercased() == "details" }

  func query(_ name: String) -> String? { query.first { $0.name.lowercased() == name }?.value }

  func context(_ path: String) -> String { "\(base)/$metadata#\(path)" }
}

/// Graph's answer, before the cross-cutting headers (`request-id` and so on) are added.
struct GraphReply: Sendable {
  var status: HTTPResponse.Status
  var headers: HTTPFields = [:]
  var body: [UInt8] = []

  /// 200 with a body.
  static func ok(_ body: [UInt8], metadata: String = "minimal") -> GraphReply {
    GraphReply(
      status: .ok,
      headers: [
        .contentType:
          "application/json;odata.metadata=\(metadata);odata.streaming=true;IEEE754Compatible=false;charset=utf-8"
      ], body: body)
  }
}
