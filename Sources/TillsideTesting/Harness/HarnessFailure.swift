import Tape

/// Something was not as a test expected; shows the whole screen and the last ten messages.
public struct HarnessFailure: Error, CustomStringConvertible {
  public let description: String

  init(_ what: String, _ stage: any TapeStage) {
    let screen = ScreenText(stage.screen, masks: ScreenMasks()).text
    let messages = stage.lastMessages.suffix(10).map { "  \($0)\n" }.joined()
    description = what + "\n" + screen + (messages.isEmpty ? "" : "last messages:\n" + messages)
  }
}
