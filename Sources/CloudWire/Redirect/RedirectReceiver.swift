/// Opens doors on this machine's loopback for the answer a browser brings back (RFC 8252 §7.3).
public protocol RedirectReceiver: Sendable {
  /// Opens a door at a free port, for this machine alone; nil when none can be opened.
  func open() async -> (any RedirectDoor)?
}

/// One door, open until it is closed: it forwards the short address to the sign-in page and takes one answer.
public protocol RedirectDoor: Sendable {
  /// Where it listens; the short address is `http://localhost:PORT/`.
  var port: Int { get }

  /// From now on the short address leads to `address`, and `answered` is called once, on any thread, with the query of the
  /// first answer that carries `state`. It must not block.
  func expect(state: String, address: String, answered: @escaping @Sendable (String) -> Void)

  /// Closes the door and everything that still comes through it; comes back when nothing listens any more.
  func close() async
}
