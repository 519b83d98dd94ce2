import CloudWire
import Glibc
import PracticeCloud

/// Why a verb of `tillside-cloud` ended without doing its work.
enum CloudFault: Error {
  case portInUse
  case notListening(host: String, code: Int32?)
  case certificateNotMade
  case scenario(ScenarioError)
  case noReadyPlace
  case readyFile(ReadyFileFault, path: String)
  case authorityUnreadable(path: String)
  case unreachable(TransportError, control: String)
  case refused(status: Int, what: String, place: String, help: String)
  case answerUnreadable(status: Int)

  /// `sysexits.h`, as every program of the house.
  var exitCode: Int32 {
    switch self {
    case .portInUse, .notListening, .certificateNotMade, .unreachable, .answerUnreadable: 69
    case .readyFile(.missing, _): 69
    case .readyFile(.malformed, _), .authorityUnreadable: 65
    case .readyFile, .noReadyPlace: 78
    case .scenario: 64
    case .refused(let status, _, _, _): status < 500 ? 64 : 69
    }
  }
}
