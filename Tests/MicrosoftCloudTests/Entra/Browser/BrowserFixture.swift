import CloudWire
import MicrosoftCloud
import SessionCore
import StoreModel
import Synchronization

/// A client over a scripted provider and a door a test opens by hand.
struct BrowserFixture {
  let transport = ScriptedTransport()
  let receiver = HandDoor()
  let client: EntraClient

  init(capabilities: [String] = [], hasDoor: Bool = true) throws {
    client = EntraClient(
      settings: EntraSettings(
        authority: "https://login.example", tenant: TokenMint.tenant, clientID: TokenMint.client,
        capabilities: capabilities),
      transport: transport, clock: StillClock(), redirects: hasDoor ? receiver : nil,
      makeRequestID: { "request-1" })
    transport.answer("/openid-configuration", .json(.object(EntraFixture.document)))
    transport.answer("/keys", .json(try TokenMint().keySet()))
  }

  /// A sign-in page that is open, and the items of its address.
  func open(hint: String? = nil, claims: String? = nil) async throws -> (grant: BrowserGrant, items: QueryItems) {
    let grant = try await client.beginBrowser(hint: hint, claims: claims)
    await grant.visit.open {}
    return (grant, QueryItems(grant.address.split(separator: "?").last ?? ""))
  }

  /// Opens a page, brings an answer back and redeems it; tokens carry the page's nonce unless told otherwise.
  func redeem(
    answer: String = "code=code%2F1", tokens: (inout JSON.Object) -> Void = { _ in },
    idToken: (inout JSON.Object) -> Void = { _ in }
  ) async throws -> EntraFixture.Polled {
    let (grant, items) = try await open()
    let nonce = items["nonce"] ?? ""
    var body = try EntraFixture.tokens {
      $0["nonce"] = .string(nonce)
      idToken(&$0)
    }
    tokens(&body)
    if transport.isUnanswered("/token") { transport.answer("/token", .json(.object(body))) }
    receiver.bring("\(answer)&state=\(items["state"] ?? "")")
    return await told(grant.visit.redeem())
  }

  func told(_ outcome: consuming BrowserOutcome) -> EntraFixture.Polled {
    switch consume outcome {
    case .refused(let refusal): return .refused(refusal)
    case .unreachable(let refusal): return .unreachable(refusal)
    case .tokens(let grant, let person):
      let text = grant.access.withBytes { String(decoding: $0, as: UTF8.self) }
      return .tokens(access: text, hasRefresh: grant.refresh != nil, expiry: grant.expiry, person)
    }
  }
}

/// A door without a network: what comes through it, a test brings.
final class HandDoor: RedirectReceiver, RedirectDoor {
  private struct State: Sendable {
    var gate: RedirectGate?
    var answered: (@Sendable (String) -> Void)?
    var isClosed = false
  }

  private let state = Mutex(State())
  let port = 41813

  var isClosed: Bool { state.withLock { $0.isClosed } }

  func open() async -> (any RedirectDoor)? {
    state.withLock { $0 = State() }
    return self
  }

  func expect(state expected: String, address: String, answered: @escaping @Sendable (String) -> Void) {
    state.withLock {
      $0.gate = RedirectGate(state: expected, address: address)
      $0.answered = answered
    }
  }

  func close() async { state.withLock { $0 = State(isClosed: true) } }

  @discardableResult
  func bring(_ query: String) -> RedirectGate.Reply? {
    let (reply, answered) = state.withLock { ($0.gate?.reply(to: "/?" + query), $0.answered) }
    if case .accepted(let query)? = reply { answered?(query) }
    return reply
  }
}
