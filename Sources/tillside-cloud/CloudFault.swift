import CloudWire
import Glibc
import PracticeCloud

/// Why a verb of `tillside-cloud` ended without doing its work.
enum CloudFault: Error {
  case portInUse
  case notListening(host: String, code: Int32?)
  case certificateNotMade
  case scenario(ScenarioError, ScenarioPlace?)
  case state(StateFault)
  case noReadyPlace
  /// The cloud a ready file describes still answers.
  case alreadyServed(path: String)
  case readyFile(ReadyFileFault, path: String)
  case authorityUnreadable(path: String)
  case unreachable(TransportError, control: String)
  /// The control interface did nothing, and says all that was wrong.
  case refused(status: Int, [Refusal])
  /// A file with mistakes, all of them.
  case fileRefused([Refusal])
  /// The upload that was waited for is not the last one any more.
  case uploadGone
  case fileUnreadable(path: String)
  case answerUnreadable(status: Int)

  /// One thing that was wrong.
  struct Refusal: Hashable {
    var what: String
    var place: String
    var help: String

    /// Whether it stands in a row of a file.
    var isInFile: Bool { place.hasPrefix("row ") }
  }

  /// `sysexits.h`, as every program of the house.
  var exitCode: Int32 {
    switch self {
    case .portInUse, .notListening, .certificateNotMade, .unreachable, .answerUnreadable: 69
    case .readyFile(.missing, _): 69
    case .readyFile(.malformed, _), .authorityUnreadable: 65
    case .readyFile, .noReadyPlace: 78
    case .scenario(.unknown, _), .state(.otherWorld): 64
    case .scenario, .state(.damaged), .state(.unknownFormat): 65
    case .state(.unreadable), .state(.unwritable): 78
    case .state(.inUse), .alreadyServed: 75
    case .fileUnreadable, .fileRefused: 65
    case .uploadGone: 75
    case .refused(422, let problems) where problems.count > 1 || problems.first?.isInFile == true: 65
    // The command line is right: what it names is not there, or cannot be done as the world is.
    case .refused(404, _), .refused(409, _), .refused(413, _): 65
    case .refused(let status, _): status < 500 ? 64 : 69
    }
  }
}
