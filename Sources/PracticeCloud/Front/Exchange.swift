import CloudWire
import HTTPTypes
import StoreModel

/// One request on its way through the front door.
struct Exchange: Sendable {
  var request: CloudRequest
  var address: PracticeAddress
  /// GUID of this answer.
  var requestID: String
  /// What the client calls this request; ours when it gave no name.
  var correlationID: String

  init(_ request: CloudRequest, requestID: String) {
    self.request = request
    address = PracticeAddress(url: request.url)
    self.requestID = requestID
    correlationID = request.headers[.clientRequestID] ?? requestID
  }

  var isGraph: Bool { address.segments.first == "v1.0" || address.segments.first == "beta" }
  /// What a terminal is told of its store, from wherever it asks: `/terminals/v1/profile?store=…&register=…`.
  var isTerminalProfile: Bool { address.segments == ["terminals", "v1", "profile"] }
  var isControl: Bool { address.segments.first == "practice" }

  /// Query items by name.
  var query: [String: String] {
    Dictionary(address.query.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
  }

  /// Form items by name; empty unless the body is a form.
  var form: [String: String] {
    let items = PercentCoding.items(String(decoding: request.body, as: UTF8.self))
    return Dictionary(items, uniquingKeysWith: { _, last in last })
  }

  /// Cookies by name (RFC 6265 §5.4).
  var cookies: [String: String] {
    let items = (request.headers[.cookie] ?? "").split(separator: ";").map { item in
      let parts = item.split(separator: "=", maxSplits: 1).map { $0.filter { $0 != " " } }
      return (parts.first ?? "", parts.count > 1 ? parts[1] : "")
    }
    return Dictionary(items, uniquingKeysWith: { first, _ in first })
  }

  /// A Graph error body (`concepts/errors.md`), without the headers every answer gets.
  func graphError(
    _ status: HTTPResponse.Status, code: String, message: String, now: Timestamp
  ) -> CloudResponse {
    let body: JSON = [
      "error": [
        "code": .string(code), "message": .string(message),
        "innerError": [
          "date": .string(WireDate(now).graph), "request-id": .string(requestID),
          "client-request-id": .string(correlationID),
        ],
      ]
    ]
    return CloudResponse(status, headers: [.contentType: "application/json"], body: body.bytes)
  }
}
