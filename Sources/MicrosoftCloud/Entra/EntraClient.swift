public import CloudWire
import HTTPTypes
public import SessionCore
public import StoreModel

/// Microsoft Entra ID v2.0 as the identity service of a session: the same against the real provider and a practice cloud.
///
/// It keeps public facts only: the discovery document and the signing keys, each for a day. No token stays in it.
public actor EntraClient: IdentityService {
  let settings: EntraSettings
  let transport: any HTTPTransport
  let clock: any StoreClock
  let makeRequestID: @Sendable () -> String
  let redirects: (any RedirectReceiver)?
  let randomBytes: @Sendable (Int) -> [UInt8]

  var endpoints: (value: EntraEndpoints, read: Instant)?
  var keys: (value: SigningKeys, read: Instant)?
  /// How far the provider's clock was ahead of ours at its last answer, to the second; nil before the first.
  public private(set) var serverSkew: Duration?

  /// A client; `makeRequestID` gives a fresh GUID for each request (`client-request-id`).
  ///
  /// - Parameters:
  ///   - redirects: opens the door for the answer of a browser on this machine; without one, the address is pasted.
  ///   - randomBytes: so many unpredictable bytes, for verifiers, states and nonces.
  public init(
    settings: EntraSettings, transport: any HTTPTransport, clock: any StoreClock,
    redirects: (any RedirectReceiver)? = nil,
    randomBytes: @escaping @Sendable (Int) -> [UInt8] = EntraClient.systemRandomBytes,
    makeRequestID: @escaping @Sendable () -> String
  ) {
    self.settings = settings
    self.transport = transport
    self.clock = clock
    self.redirects = redirects
    self.randomBytes = randomBytes
    self.makeRequestID = makeRequestID
  }

  /// Bytes of the system's secure source.
  @Sendable public static func systemRandomBytes(_ count: Int) -> [UInt8] {
    var source = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &source) }
  }

  public func closeConnections() async { await transport.closeConnections() }

  /// One exchange and what it says.
  struct Exchange: Sendable {
    var answer: EntraAnswer
    /// The provider's time, or ours where it gave none.
    var time: Timestamp
    var reference: String
  }

  func get(_ address: String) async -> Exchange { await exchange(.get, address, body: []) }

  func post(_ address: String, _ form: FormBody) async -> Exchange {
    await exchange(.post, address, body: form.bytes)
  }

  private func exchange(_ method: HTTPRequest.Method, _ address: String, body: [UInt8]) async -> Exchange {
    let reference = makeRequestID()
    var headers: HTTPFields = [.accept: "application/json"]
    if let name = HTTPField.Name("client-request-id") { headers[name] = reference }
    if method == .post { headers[.contentType] = "application/x-www-form-urlencoded" }
    do throws(TransportError) {
      let response = try await transport.send(CloudRequest(method, address, headers: headers, body: body))
      let now = clock.now()
      let time = response.date.map { Timestamp(seconds: $0.seconds) }
      if let time { serverSkew = .seconds(time.seconds - now.wall.seconds) }
      let answer = EntraAnswer(response, host: settings.host, reference: reference, now: now)
      return Exchange(answer: answer, time: time ?? now.wall, reference: reference)
    } catch {
      let refusal = SignInRefusal(error, host: settings.host)
      return Exchange(answer: .trouble(refusal), time: clock.now().wall, reference: reference)
    }
  }
}
