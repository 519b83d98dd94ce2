import CloudWire
import Synchronization
public import TaskSync

/// Troubles of the machine that somebody makes on purpose, in practice: a disk that takes nothing, a network nobody can trust.
public final class MachineTroubles: Sendable {
  /// What the network does to every request; all but a cut leave the control interface within reach.
  public enum Wire: Hashable, Sendable {
    case nameUnknown, notTrusted, proxyRefuses, redirected, cutOff

    func error(_ host: String) -> TransportError {
      switch self {
      case .nameUnknown: .nameNotResolved(host: host)
      case .notTrusted: .notTrusted(host: host)
      case .proxyRefuses: .proxyFailed(host: host)
      case .redirected: .redirected(status: 302)
      case .cutOff: .unreachable(host: host)
      }
    }
  }

  /// What does not work now.
  public struct State: Hashable, Sendable {
    /// What every write fails with.
    public var disk: StoreFault?
    /// Whether a copy that is destroyed can still be read.
    public var copyStays = false
    /// Whether a token that is wiped can still be found.
    public var tokenStays = false
    /// What the next opening of a worker's copy finds.
    public var found: StorageNotice?
    /// What the network does.
    public var wire: Wire?

    /// Everything works.
    public init() {}
  }

  private let held = Mutex(State())

  /// Everything works.
  public init() {}

  /// What does not work now.
  public var state: State { held.withLock { $0 } }

  /// Changes what does not work.
  public func change(_ change: (inout State) -> Void) { held.withLock { change(&$0) } }

  /// What the opening of a copy finds, once.
  func takeFound() -> StorageNotice? {
    held.withLock { state in
      defer { state.found = nil }
      return state.found
    }
  }

  /// The same plan on a machine that has these troubles.
  public func troubling(_ plan: TillOffice.Plan) -> TillOffice.Plan {
    var plan = plan
    let (open, storage) = (plan.open, plan.storage)
    plan.secretsKept = { self.state.tokenStays ? 1 : 0 }
    plan.storage = { TroubledStore(store: await storage(), machine: self) }
    plan.open = {
      guard var door = await open() else { return nil }
      let control = door.control ?? ""
      door.transport = TroubledTransport(transport: door.transport, control: control, machine: self)
      door.overrideTransport = door.overrideTransport.map {
        TroubledTransport(transport: $0, control: control, machine: self)
      }
      return door
    }
    return plan
  }
}

/// A transport on a machine with troubles.
private struct TroubledTransport: HTTPTransport {
  let transport: any HTTPTransport
  /// Base address of the control interface.
  let control: String
  let machine: MachineTroubles

  func send(_ request: CloudRequest) async throws(TransportError) -> CloudResponse {
    let isControl = !control.isEmpty && request.url.hasPrefix(control)
    if let wire = machine.state.wire, !isControl || wire == .cutOff { throw wire.error(host(of: request.url)) }
    return try await transport.send(request)
  }

  func closeConnections() async { await transport.closeConnections() }

  /// `login.example` of `https://login.example/path`.
  private func host(of url: String) -> String {
    guard let start = url.firstRange(of: "://")?.upperBound else { return url }
    return String(url[start...].prefix { $0 != "/" && $0 != ":" })
  }
}
