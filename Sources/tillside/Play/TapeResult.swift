import ArgumentParser

/// What became of one tape.
struct TapeResult: Sendable {
  enum Outcome: Sendable {
    case passed
    /// The failure's whole text.
    case failed(String)
    /// There was nothing to play it on; why, in one line.
    case noStage(String)
  }

  var outcome: Outcome
  var time: Duration
  /// How often it was played; what is told of several plays is that their screens were the same.
  var plays = 1

  /// What went wrong; nil when nothing did.
  var failure: String? {
    switch outcome {
    case .passed: nil
    case .failed(let text), .noStage(let text): text
    }
  }
}
