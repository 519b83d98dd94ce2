public import CloudWire
import HTTPTypes
import StoreModel

extension PracticeCloud {
  /// Answers one request, for whoever serves this cloud; the control interface only to loopback.
  public func answer(_ request: CloudRequest, isLoopback: Bool) async -> PracticeAnswer {
    let exchange = Exchange(request, requestID: answerIDs.guid())
    if exchange.isControl {
      let response = await control(exchange, isLoopback: isLoopback)
      keep()
      return .response(response)
    }
    if exchange.isTerminalProfile { return .response(terminalProfile(exchange)) }
    // Keys are awaited before anything is read, so that one request is answered in one piece.
    let endpoint = EntraEndpoint(segments: exchange.address.segments)
    let key = endpoint?.needsKey == true ? await signingKey.value : nil
    let fault = faults.take(method: request.method.rawValue, path: exchange.address.path)
    if let fault, fault.kind == .latency {
      let until = clock.now().instant.advanced(by: .seconds(fault.seconds ?? 3))
      guard (try? await clock.sleep(until: until)) != nil else { return .drop }
    }
    let (answer, caller) = answer(exchange, endpoint, key, fault)
    keep()
    requestLog.add(
      LoggedRequest(
        time: clock.now().wall, method: request.method.rawValue, path: exchange.address.path, status: answer.status,
        username: caller?.username))
    let skew = faults.take(method: request.method.rawValue, path: exchange.address.path, of: [.skew])
    return answer.dated(clock.now().wall, ahead: skew.map { .seconds($0.seconds ?? 600) })
  }

  private func answer(
    _ exchange: Exchange, _ endpoint: EntraEndpoint?, _ key: SigningKey?, _ fault: Fault?
  ) -> (PracticeAnswer, Person?) {
    let now = clock.now()
    var caller: Person?
    func dispatched() -> CloudResponse {
      if exchange.isGraph {
        let (response, person) = graph(exchange, now)
        caller = person
        return response
      }
      return identityProvider(exchange, endpoint, key, now)
    }
    switch fault?.kind {
    case .offline: return (.drop, nil)
    case .timeout: return (.hang, nil)
    case .throttle, .unavailable:
      let response = fault?.refusal(exchange, now: now.wall) ?? CloudResponse(.serviceUnavailable)
      return (.response(dressed(response, exchange, now)), nil)
    case .gateway:
      _ = dispatched()
      let response = exchange.graphError(
        .gatewayTimeout, code: "", message: "The gateway did not receive a response in time.", now: now.wall)
      return (.response(dressed(response, exchange, now)), caller)
    case .garbage: return (.response(fault?.garbage ?? CloudResponse(.ok)), nil)
    case .conflict:
      let response = exchange.graphError(
        .conflict, code: "",
        message: "The attempted changes conflicted with already accepted changes. Read the latest state and resolve "
          + "differences.", now: now.wall)
      return (.response(dressed(response, exchange, now)), nil)
    case .challenge: return (.response(dressed(exchange.challenge(base: base, now: now.wall), exchange, now)), nil)
    case .truncate:
      let response = dispatched()
      return (.truncated(response, response.body.count / 2), caller)
    case .latency, .skew, nil: return (.response(dispatched()), caller)
    }
  }

  /// Host-wide and tenant paths of the identity provider.
  private func identityProvider(
    _ exchange: Exchange, _ endpoint: EntraEndpoint?, _ key: SigningKey?, _ now: Now
  ) -> CloudResponse {
    let segments = exchange.address.segments
    var call = EntraCall(
      method: exchange.request.method, tenant: segments.first ?? "", form: exchange.form, query: exchange.query,
      cookies: exchange.cookies, base: base, now: now, correlationID: exchange.correlationID,
      traceID: exchange.requestID, key: key,
      keepsTokens: keepsTokens)
    if let endpoint { return world.entra(endpoint, call) }
    switch segments {
    case ["devicelogin"]:
      call.tenant = "common"
      return world.entra(.devicePage, call)
    case ["common", "discovery", "instance"]:
      return world.hostWide(call) { world throws(EntraRefusal) in
        try world.instanceDiscovery(authorizationEndpoint: call.query["authorization_endpoint"], base: base)
      }
    case ["oauth2", "v2.0", "logout"]: return world.entra(.logout, call)
    default:
      if segments.count == 3, segments.starts(with: ["common", "userrealm"]) {
        return world.hostWide(call) { world throws(EntraRefusal) in world.userRealm(segments[2]) }
      }
      return CloudResponse(.notFound, headers: [.contentType: "text/plain"], body: Array("Not found\n".utf8))
    }
  }

  /// A Graph request: the token first, then the world.
  private func graph(_ exchange: Exchange, _ now: Now) -> (CloudResponse, Person?) {
    func refused(_ message: String) -> (CloudResponse, Person?) {
      (dressed(exchange.unauthorized(message, base: base, now: now.wall), exchange, now), nil)
    }
    switch world.bearer(exchange.request.headers[.authorization], now: now.instant) {
    case .missing: return refused("Access token is empty.")
    case .unknown: return refused("CompactToken parsing failed with error code: 80049217")
    case .expired: return refused("Lifetime validation failed, the token is expired.")
    case .revoked(isClaimsCapable: true):
      return (dressed(exchange.challenge(base: base, now: now.wall), exchange, now), nil)
    case .revoked(isClaimsCapable: false):
      return refused("Access token has been revoked. The user must sign in again.")
    case .good(let caller):
      let call = GraphCall(
        method: exchange.request.method, segments: Array(exchange.address.segments.dropFirst()),
        query: exchange.address.query, headers: exchange.request.headers, body: exchange.request.body, caller: caller,
        base: base + "/" + (exchange.address.segments.first ?? "v1.0"), now: now.wall,
        requestID: exchange.requestID, correlationID: exchange.correlationID)
      world.batchFaults = faults
      let reply = world.graph(call)
      faults = world.batchFaults
      let response = CloudResponse(reply.status, headers: reply.headers, body: reply.body)
      return (dressed(response, exchange, now), caller)
    }
  }

  /// Adds the headers every Graph answer has.
  private func dressed(_ response: CloudResponse, _ exchange: Exchange, _ now: Now) -> CloudResponse {
    guard exchange.isGraph else { return response }
    var response = response
    response.headers[.requestID] = exchange.requestID
    response.headers[.clientRequestID] = exchange.correlationID
    response.headers[.serverDiagnostic] =
      #"{"ServerInfo":{"DataCenter":"Practice","Slice":"E","Ring":"1","ScaleUnit":"000","RoleInstance":"PRACTICE01"}}"#
    response.headers[.odataVersion] = "4.0"
    response.headers[.strictTransportSecurity] = "max-age=31536000"
    response.headers[.vary] = "Accept-Encoding"
    response.headers[.date] = WireDate(now.wall).http
    if !response.body.isEmpty, response.headers[.contentType] == nil {
      response.headers[.contentType] =
        response.status.kind == .successful
        ? "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8"
        : "application/json"
    }
    return response
  }
}

extension PracticeAnswer {
  /// The answer with the cloud's own time, which waits written as dates count from (RFC 9110 §6.6.1).
  ///
  /// - Parameter ahead: how far its clock is ahead; nil where it is right.
  fileprivate func dated(_ now: Timestamp, ahead: Duration?) -> PracticeAnswer {
    func dated(_ response: CloudResponse) -> CloudResponse {
      var response = response
      if ahead != nil || response.headers[.date] == nil {
        response.headers[.date] = WireDate(now.advanced(by: ahead ?? .zero)).http
      }
      return response
    }
    return switch self {
    case .response(let response): .response(dated(response))
    case .truncated(let response, let count): .truncated(dated(response), count)
    case .drop, .hang: self
    }
  }

  /// Status for the log: 0 where no whole answer goes out.
  fileprivate var status: Int {
    switch self {
    case .response(let response): response.status.code
    case .drop, .truncated, .hang: 0
    }
  }
}
