public import CloudWire
public import PracticeCloud
import StoreModel
public import Tape

/// A served practice cloud to rehearse with.
public struct ServedPractice: Sendable {
  let ready: ReadyFile
  let transport: any HTTPTransport

  /// The cloud a ready file describes, reached over a transport that trusts it.
  public init(_ ready: ReadyFile, transport: any HTTPTransport) {
    self.ready = ready
    self.transport = transport
  }

  /// Puts the world back to a tape's start; with `standing` its clock stands at the opening moment and moves only with
  /// the tape, else it runs.
  public func begin(_ start: TapeStart, standing: Bool) async throws(TapeTrouble) {
    try await calls.post(
      "clock", standing ? ["at": .string(Rehearsal.opening(of: start).wall.iso8601)] : ["runs": true])
    try await calls.post("reset", ["scenario": .string(start.scenario), "seed": .int(start.seed)])
  }

  /// Lets the clock run on and ends every trouble; the world stays as the tape left it.
  public func end() async throws(TapeTrouble) {
    try await calls.post("faults", ["kind": "none"])
    try await calls.post("clock", ["runs": true])
  }

  private var calls: ControlCalls { ControlCalls(base: ready.control, transport: transport) }
}
