import Synchronization

/// Keeps the door an office has opened, for others that go through it later.
public final class OpenedDoor: Sendable {
  private let opened = Mutex<CloudDoor?>(nil)

  /// No door yet.
  public init() {}

  /// The door; nil before it was opened.
  public var door: CloudDoor? { opened.withLock { $0 } }

  /// The same plan, whose door is kept here once it is open.
  public func keeping(_ plan: TillOffice.Plan) -> TillOffice.Plan {
    var plan = plan
    let open = plan.open
    plan.open = {
      let door = await open()
      self.opened.withLock { $0 = door }
      return door
    }
    return plan
  }
}
