import HTTPTypes

/// Why Graph refuses a request: status, code and text as Graph and Planner write them.
struct GraphFault: Error, Hashable, Sendable {
  var status: HTTPResponse.Status
  /// Empty for nearly everything Planner says.
  var code: String
  /// For developers; clients branch on the status.
  var message: String

  init(_ status: HTTPResponse.Status, _ code: String, _ message: String) {
    self.status = status
    self.code = code
    self.message = message
  }
}

extension GraphFault {
  /// No such path, in the words of Planner's service.
  static func noResource(_ url: String) -> GraphFault {
    GraphFault(.notFound, "", "No HTTP resource was found that matches the request URI '\(url)'.")
  }

  static let methodNotAllowed = GraphFault(
    .methodNotAllowed, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.")

  /// Nobody or nothing of that name in the directory.
  static func noDirectoryObject(_ name: String) -> GraphFault {
    GraphFault(
      .notFound, "Request_ResourceNotFound",
      "Resource '\(name)' does not exist or one of its queried reference-property objects are not present.")
  }

  static let noPrivileges = GraphFault(
    .forbidden, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.")

  static let unreadableBody = GraphFault(
    .badRequest, "BadRequest",
    "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format."
  )

  static let notFound = GraphFault(.notFound, "", "The requested item is not found.")

  static let notPermitted = GraphFault(
    .forbidden, "", "You do not have the required permissions to access this item.")

  static let notPermittedOrMissing = GraphFault(
    .forbidden, "", "You do not have the required permissions to access this item, or the item may not exist.")

  static func invalid(_ reason: String) -> GraphFault {
    GraphFault(.badRequest, "", "The request is invalid: \(reason)")
  }

  static let noVersion = GraphFault(
    .preconditionFailed, "", "The If-Match header must be specified for this kind of request.")

  static let badVersion = GraphFault(
    .preconditionFailed, "", "The If-Match header contains an invalid value.")

  static let anyVersion = GraphFault(.badRequest, "", "The given key was not present in the dictionary.")

  static let conflict = GraphFault(
    .conflict, "",
    "The attempted changes conflicted with already accepted changes. Read the latest state and resolve differences.")

  static let throttled = GraphFault(.tooManyRequests, "TooManyRequests", "Too many requests.")

  static let unavailable = GraphFault(
    .serviceUnavailable, "serviceNotAvailable", "The service is temporarily unavailable.")

  static func limit(_ name: String) -> GraphFault {
    GraphFault(.forbidden, name, "The request exceeded allowed limits.")
  }
}

extension GraphFault {
  /// The answer to a call (`concepts/errors.md`).
  func reply(to call: GraphCall) -> GraphReply {
    var out = ODataWriter()
    out.object { body in
      body.member("error") { error in
        error.member("code", code)
        error.member("message", message)
        error.member("innerError") { inner in
          inner.member("date", WireDate(call.now).graph)
          inner.member("request-id", call.requestID)
          inner.member("client-request-id", call.correlationID)
        }
      }
    }
    return GraphReply(status: status, headers: [.contentType: "application/json"], body: out.bytes)
  }
}
