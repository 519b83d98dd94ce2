import CloudWire
import SessionCore
import Synchronization

/// One sign-in in a browser: its verifier, state and nonce, and the door its answer comes through.
final class EntraVisit: BrowserVisit {
  /// What the sign-in page was told.
  struct Marks: Sendable {
    var state: String
    var nonce: String
    var redirect: String
    var address: String
  }

  private struct State: Sendable {
    var verifier: CodeVerifier?
    var query: String?
  }

  private let client: EntraClient
  private let marks: Marks
  private let door: (any RedirectDoor)?
  private let state: Mutex<State>

  init(client: EntraClient, marks: Marks, verifier: CodeVerifier, door: (any RedirectDoor)?) {
    self.client = client
    self.marks = marks
    self.door = door
    state = Mutex(State(verifier: verifier))
  }

  func open(_ arrived: @escaping @Sendable () -> Void) async {
    guard state.withLock({ $0.verifier != nil }) else { return }
    door?.expect(state: marks.state, address: marks.address) { [weak self] query in
      if self?.take(query) == true { arrived() }
    }
  }

  func take(pasted address: String) async -> Bool {
    // A long address comes in pieces when it was copied from several lines.
    let whole = address.filter { !$0.isWhitespace }
    let rest = whole.firstIndex(of: "?").map { whole[whole.index(after: $0)...] } ?? whole[...]
    let query = String(rest.prefix { $0 != "#" })
    return RedirectGate.answers(query, state: marks.state) && take(query)
  }

  /// The first answer counts; once the visit is over none does.
  private func take(_ query: String) -> Bool {
    state.withLock { state in
      guard state.verifier != nil, state.query == nil else { return false }
      state.query = query
      return true
    }
  }

  func redeem() async -> BrowserOutcome {
    let held = state.withLock { $0 }
    guard let query = held.query, let verifier = held.verifier else { return .refused(SignInRefusal(.answerSpent)) }
    switch await client.redeem(query: query, verifier: verifier, redirect: marks.redirect, nonce: marks.nonce) {
    case .unreachable(let refusal): return .unreachable(refusal)
    case .refused(let refusal):
      forget()
      return .refused(refusal)
    case .tokens(let grant, let person):
      forget()
      return .tokens(grant, person)
    }
  }

  func close() async {
    forget()
    await door?.close()
  }

  private func forget() { state.withLock { $0 = State(verifier: nil, query: nil) } }
}
