public import CloudWire
public import StoreModel

/// A whole tenant in memory: identity provider, directory, teams and Planner, answering real wire formats.
///
/// It is an `HTTPTransport`: the same code answers in-process, served over HTTPS, and in simulation.
public actor PracticeCloud: HTTPTransport {
  let clock: any StoreClock

  /// A tenant as a scenario describes it.
  public init(clock: any StoreClock) { self.clock = clock }

  public func send(_ request: CloudRequest) async throws(TransportError) -> CloudResponse {
    throw .addressRefused(url: request.url)
  }

  public func closeConnections() async {}
}
