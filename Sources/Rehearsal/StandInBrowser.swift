import CloudWire
public import TillAssembly

/// A door for a browser's answer that only stands there, so that a rehearsal shows the page a real browser is sent to.
private struct StandInBrowser: RedirectReceiver {
  struct Door: RedirectDoor {
    let port = 8_400
    func expect(state: String, address: String, answered: @escaping @Sendable (String) -> Void) {}
    func close() async {}
  }

  func open() async -> (any RedirectDoor)? { Door() }
}

extension TillOffice.Plan {
  /// The same plan for a terminal that takes its practice store for a real one.
  public var forRealLook: TillOffice.Plan {
    var plan = self
    let open = plan.open
    plan.open = {
      guard var door = await open() else { return nil }
      door.redirects = StandInBrowser()
      return door
    }
    return plan
  }
}
