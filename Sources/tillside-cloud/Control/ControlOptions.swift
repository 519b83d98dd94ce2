import ArgumentParser
import CloudWire

/// What every verb that acts on a served cloud takes, and how it acts.
struct ControlOptions: ParsableArguments {
  @OptionGroup var place: ReadyOption
  @Flag(help: "Print the answer as JSON.")
  var json = false

  /// Calls the control interface; the answer, or `done` where it has none.
  func call(_ name: String, _ body: JSON.Object) async throws(CloudFault) -> JSON? {
    try await ControlClient(readyPath: place.path).post(name, .object(body))
  }

  /// Asks the control interface.
  func look(_ name: String) async throws(CloudFault) -> JSON {
    try await ControlClient(readyPath: place.path).get(name) ?? []
  }

  /// What to print about an answer.
  func text(_ answer: JSON?, plain: String) -> String {
    guard json else { return plain }
    return String(decoding: (answer ?? ["done": true]).bytes, as: UTF8.self)
  }
}
