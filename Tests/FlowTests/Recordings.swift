import Rehearsal
import Tape
import TillsideTesting

/// Text that grows.
final class Lines {
  var text = ""
}

/// Plays a recorded tape; why it failed, nil where it went through.
func failure(ofRecording text: String) async throws -> String? {
  let (program, faults) = TapeProgram.assemble("recorded.tape") { _ in Array(text.utf8) }
  if let first = faults.first { return first.description }
  return try await onOwnThread {
    var player = TapePlayer(
      program, on: try Rehearsal.stage(program.start),
      goldens: GoldenShelf(read: { _ in nil }, write: { name, _ in name }))
    do throws(TapeFailure) { try player.play() } catch { return error.description }
    return nil
  }
}
