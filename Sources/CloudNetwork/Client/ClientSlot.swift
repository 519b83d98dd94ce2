import AsyncHTTPClient

/// Holds the one client with its connections: made on first use, thrown away on demand.
actor ClientSlot {
  private let configuration: HTTPClient.Configuration
  private var client: HTTPClient?

  init(configuration: HTTPClient.Configuration) { self.configuration = configuration }

  /// The client, made now if there is none; its threads start with the first one.
  func current() -> HTTPClient {
    if let client { return client }
    let fresh = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
    client = fresh
    return fresh
  }

  /// Closes idle connections, ends those in use, and returns when they are gone.
  func close() async {
    guard let closing = client else { return }
    client = nil
    // The only error tells that connections were in use, which is what was asked for.
    try? await closing.shutdown()
  }

  deinit {
    guard let client else { return }
    Task { try? await client.shutdown() }
  }
}
