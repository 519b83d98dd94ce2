import CloudWire
import HTTPTypes
import StoreModel

extension Fault {
  /// `Retry-After` in the form asked for.
  private func retryAfter(_ now: Timestamp) -> String {
    let seconds = seconds ?? 10
    return form == .seconds ? String(seconds) : WireDate(now.advanced(by: .seconds(seconds))).http
  }

  /// 429 or 503 as the party asked for answers it: Entra's and Graph's bodies differ.
  func refusal(_ exchange: Exchange, now: Timestamp) -> CloudResponse {
    let isThrottle = kind == .throttle
    let status: HTTPResponse.Status = isThrottle ? .tooManyRequests : .serviceUnavailable
    var response: CloudResponse
    if exchange.isGraph {
      let fault = isThrottle ? GraphFault.throttled : .unavailable
      response = exchange.graphError(status, code: fault.code, message: fault.message, now: now)
    } else {
      let body: JSON = [
        "error": "temporarily_unavailable",
        "error_description": "AADSTS90033: A transient error has occurred. Please try again.",
        "error_codes": [90_033], "correlation_id": .string(exchange.correlationID),
      ]
      response = CloudResponse(status, headers: [.contentType: "application/json; charset=utf-8"], body: body.bytes)
    }
    response.headers[.retryAfter] = retryAfter(now)
    return response
  }

  /// Kinds that a single request of a batch can meet.
  static let inBatch: [Kind] = [.throttle, .unavailable, .conflict]

  /// The same as the answer to one request of a batch.
  func refusal(of call: GraphCall) -> GraphReply {
    guard kind != .conflict else { return GraphFault.conflict.reply(to: call) }
    let fault = kind == .throttle ? GraphFault.throttled : .unavailable
    var reply = fault.reply(to: call)
    reply.headers[.retryAfter] = retryAfter(call.now)
    return reply
  }

  /// What a captive portal, a broken proxy or a runaway server sends instead of an answer.
  var garbage: CloudResponse {
    switch body {
    case .html:
      CloudResponse(
        .ok, headers: [.contentType: "text/html"],
        body: Array(
          "<html><head><title>Welcome to Store Guest WiFi</title></head><body>Accept the terms to go online.</body></html>"
            .utf8
        ))
    case .json:
      CloudResponse(
        .ok, headers: [.contentType: "application/json"], body: Array("{\"value\": [{\"id\": \"cut off in the".utf8))
    case .huge:
      CloudResponse(
        .ok, headers: [.contentType: "application/json"],
        body: Array("{\"value\": \"".utf8) + Array(repeating: UInt8(ascii: "x"), count: 5_000_000) + Array("\"}".utf8))
    }
  }
}
