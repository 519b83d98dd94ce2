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
}

/// Graph's answer, before the cross-cutting headers (`request-id` and so on) are added.
struct GraphReply: Sendable {
  var status: HTTPResponse.Status
  var headers: HTTPFields = [:]
  var body: [UInt8] = []
}
