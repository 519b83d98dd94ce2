import ArgumentParser
import FoundationEssentials
import PracticeCloud

/// `--ready-file`, the same for every verb.
struct ReadyOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Ready file (default: $XDG_RUNTIME_DIR/tillside/cloud.json, else in the state folder).", valueName: "file"))
  var readyFile: String?

  var path: String {
    get throws(CloudFault) {
      if let readyFile { return readyFile }
      guard let path = ReadyPlace.standard(environment: ProcessInfo.processInfo.environment) else {
        throw .noReadyPlace
      }
      return path
    }
  }
}
