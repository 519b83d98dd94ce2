import ArgumentParser

/// Where tapes are played: the flags that say so.
struct PlayPlace: ParsableArguments {
  @Option(
    help: "Play in memory with virtual time, or on a real pty: headless or pty.",
    completion: .list(["headless", "pty"]))
  var terminal = TapeDeck.Terminal.headless

  @Option(
    help: "On a pty: the machine's time, or time that moves only with the tape as in memory: real or virtual.",
    completion: .list(["real", "virtual"]))
  var time = TapeDeck.Time.real

  @Option(
    help: ArgumentHelp(
      "Play over HTTPS on a served practice cloud, described by its ready file; each tape puts its world back to the start.",
      valueName: "file"))
  var practiceAt: String?
}
