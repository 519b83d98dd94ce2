public import CloudWire
import HTTPTypes
public import StoreModel
public import TaskSync

/// Planner behind Microsoft Graph v1.0, over a transport and a session.
///
/// Branches on status alone (Planner's error codes are empty), keeps what it does not understand, follows next links of
/// its own host only, and repeats nothing by itself.
public struct GraphClient: TaskServer {
  let base: String
  let transport: any HTTPTransport
  let authorization: any AuthorizationSource
  let clock: any StoreClock
  let requestID: @Sendable () -> String
  let userAgent: String

  /// A client of the Graph at `base`, `https://graph.microsoft.com/v1.0`.
  ///
  /// `requestID` makes the `client-request-id` of each request, a GUID; by default a random one.
  public init(
    base: String, transport: any HTTPTransport, authorization: any AuthorizationSource, clock: any StoreClock,
    userAgent: String = "Tillside", requestID: @escaping @Sendable () -> String = GraphClient.randomRequestID
  ) {
    var base = base
    while base.hasSuffix("/") { base.removeLast() }
    self.base = base
    self.transport = transport
    self.authorization = authorization
    self.clock = clock
    self.userAgent = userAgent
    self.requestID = requestID
  }

  /// A random GUID.
  public static func randomRequestID() -> String {
    var generator = SystemRandomNumberGenerator()
    var digits = ""
    for position in 0..<32 {
      if [8, 12, 16, 20].contains(position) { digits.append("-") }
      let nibble = generator.next() & 15
      digits.append(String(position == 12 ? 4 : position == 16 ? nibble & 3 | 8 : nibble, radix: 16))
    }
    return digits
  }

  public func renewToken() async -> TokenRenewal {
    await authorization.authorization() == nil ? .signInNeeded : .renewed
  }

  public func answer(_ request: ServerRequest) async -> ServerReply {
    switch request {
    case .teams:
      await values("/me/joinedTeams", read: GraphBody.objects) { .teams($0.compactMap(GraphBody.team)) }
    case .lists(let team):
      await values("/groups/\(escaped(team))/planner/plans", read: GraphBody.objects) {
        .lists($0.compactMap(DetailsReader.list))
      }
    case .list(let id):
      await one("/planner/plans/\(escaped(id.rawValue))") { DetailsReader.list($0).map(ServerAnswer.list) }
    case .buckets(let id):
      await values("/planner/plans/\(escaped(id.rawValue))/buckets", read: GraphBody.objects) {
        .buckets($0.compactMap(DetailsReader.bucket).sorted { DetailsReader.inOrder($0.orderHint, $1.orderHint) })
      }
    case .labels(let id):
      await one("/planner/plans/\(escaped(id.rawValue))/details") { .labels(DetailsReader.labels($0)) }
    case .tasks(let id):
      await values("/planner/plans/\(escaped(id.rawValue))/tasks", read: GraphBody.tasks) { .tasks($0) }
    case .myTasks:
      await values("/me/planner/tasks", read: GraphBody.tasks) { .tasks($0) }
    case .task(let id):
      await reply(to: get("/planner/tasks/\(escaped(id.rawValue))"), isWrite: false, read: GraphBody.task)
    case .details(let id):
      await one("/planner/tasks/\(escaped(id.rawValue))/details") {
        DetailsReader.details($0).map(ServerAnswer.details)
      }
    case .detailsOf(let ids): await details(of: ids)
    case .person(let id):
      await one("/users/\(escaped(id.rawValue))?$select=id,displayName") { .person($0["displayName"]?.string) }
    case .write(let id, let write, let seen):
      await reply(
        to: sending(
          .patch, "/planner/tasks/\(escaped(id.rawValue))" + (write.isOnDetails ? "/details" : ""),
          GraphBody.changes(write), seen: seen),
        isWrite: true, read: write.isOnDetails ? GraphBody.details : GraphBody.task)
    case .create(let new):
      await reply(to: sending(.post, "/planner/tasks", GraphBody.task(new)), isWrite: true, read: GraphBody.task)
    case .delete(let id, let seen):
      await reply(
        to: sending(.delete, "/planner/tasks/\(escaped(id.rawValue))", nil, seen: seen), isWrite: true
      ) { _ in .done }
    }
  }

  /// One resource, through a tree.
  private func one(_ path: String, _ read: @Sendable (JSON) -> ServerAnswer?) async -> ServerReply {
    await reply(to: get(path), isWrite: false) { body in (try? JSON.parse(body)).flatMap(read) }
  }

  /// A list over all its pages; one page that cannot be read makes the whole unreadable, for a part is not the truth.
  private func values<Element: Sendable>(
    _ path: String, read: @Sendable ([UInt8]) throws(JSONFault) -> GraphBody.Page<Element>,
    answer: @Sendable ([Element]) -> ServerAnswer
  ) async -> ServerReply {
    var elements: [Element] = []
    var next: String? = base + path
    var date: Timestamp?
    var visited: Set<String> = []
    while let url = next {
      guard isOwn(url), visited.insert(url).inserted else { return ServerReply(.failed(.unreadable), date: date) }
      switch await exchange(CloudRequest(.get, url, headers: fields()), isWrite: false) {
      case .failure(let reply): return reply
      case .success(let response):
        date = GraphBody.date(response)
        guard response.status == .ok, let page = try? read(response.body) else {
          return ServerReply(.failed(.unreadable), date: date)
        }
        if elements.isEmpty { elements = page.elements } else { elements.append(contentsOf: page.elements) }
        next = page.next
      }
    }
    return ServerReply(answer(elements), date: date)
  }

  func get(_ path: String) -> CloudRequest { CloudRequest(.get, base + path, headers: fields()) }

  /// A write; with `seen` only against that version, and the new state is to be sent back.
  func sending(
    _ method: HTTPRequest.Method, _ path: String, _ body: JSON.Object?, seen: ETag? = nil
  ) -> CloudRequest {
    var headers = fields()
    if let seen { headers[.ifMatch] = seen.rawValue }
    guard let body else { return CloudRequest(method, base + path, headers: headers) }
    headers[.contentType] = "application/json"
    headers[GraphField.prefer] = "return=representation"
    return CloudRequest(method, base + path, headers: headers, body: JSON.object(body).bytes)
  }

  private func fields() -> HTTPFields {
    var headers = HTTPFields()
    headers[.accept] = "application/json"
    headers[.userAgent] = userAgent
    headers[GraphField.clientRequestID] = requestID()
    return headers
  }

  /// Whether an address lies on the host of `base`; a token never goes anywhere else.
  private func isOwn(_ url: String) -> Bool {
    let host = base.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true).prefix(2)
    return url.hasPrefix(host.joined(separator: "//") + "/")
  }

  func escaped(_ segment: String) -> String {
    var text = ""
    for byte in segment.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += byte < 16 ? "%0" : "%"
        text += String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}
