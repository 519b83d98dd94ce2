import CloudWire
import NIOCore

/// A door that is open on this machine.
struct LoopbackDoor: RedirectDoor {
  let port: Int
  let listeners: [any Channel]
  let room: LoopbackRoom

  func expect(state: String, address: String, answered: @escaping @Sendable (String) -> Void) {
    room.expect(RedirectGate(state: state, address: address), answered: answered)
  }

  func close() async {
    // A listener that is closed already is what was asked for.
    for listener in listeners { try? await listener.close() }
    await room.close()
  }
}
