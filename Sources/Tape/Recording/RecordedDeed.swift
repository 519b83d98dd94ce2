import Terminal
import Workspace

/// What was done by hand, as far as it says which of its consequences is meant.
struct RecordedDeed {
  /// The command that was obeyed.
  var command: CommandID?
  /// The text typed at once, letters before the last one included; empty where nothing is typed.
  var typed = ""
  /// Whether Enter answered a question or chose from a menu, and what lies below shows again.
  var hasAnswered = false
}
