import CloudWire
import HTTPTypes

/// The answer to a body above the limit, in the words of whichever door it came to.
struct OversizedBody {
  let path: String

  var response: CloudResponse {
    let limit = PracticeResponder.bodyLimit
    let body: JSON =
      path.hasPrefix("/practice/")
      ? [
        "error": [
          "what": "The body is too large.", "where": "body", "help": .string("Send at most \(limit) bytes."),
        ]
      ]
      : [
        "error": [
          "code": "RequestEntityTooLarge", "message": .string("The request is larger than \(limit) bytes."),
        ]
      ]
    return CloudResponse(
      .contentTooLarge, headers: [.contentType: "application/json", .connection: "close"], body: body.bytes)
  }
}
