import StoreModel
import Strings
import TaskSync

/// What of a session that has ended the disk did not take, and nothing of what it was.
struct NotKept: Equatable, Sendable {
  /// Whose session it was.
  var worker: PersonID?
  /// Why a change made just before the end was not written down.
  var refusal: EditRefusal?
  /// Whether something was half written.
  var isWriting = false
  /// Whether the disk has what was half written; nil until it has answered. What it refuses is held in memory, and gone
  /// with the program.
  var isOnDisk: Bool?
}

/// A change made before the session ended could not be written down.
func editLostAfterwards(_ event: SyncEvent, _ state: inout AppState) {
  switch event {
  case .editRefused(_, _, let refusal) where refusal.isOfTheDisk: state.notKept.refusal = refusal
  case .editLost(let worker, let refusal) where worker == state.notKept.worker: state.notKept.refusal = refusal
  default: break
  }
}

extension AppState {
  /// What may not be kept when the session ends now.
  var mayNotBeKept: NotKept {
    NotKept(worker: session?.worker.id, isWriting: !draftsToSeal.isEmpty)
  }

  /// What becomes of something half written when this goes on, where there is something: of the session's own worker, or of
  /// the one whose session ended last.
  func fateOfDraft(endsProgram: Bool) -> SessionPhrase? {
    let isHeld: Bool
    if session == nil {
      guard notKept.isWriting, notKept.isOnDisk == false else { return nil }
      isHeld = true
    } else {
      guard mayNotBeKept.isWriting else { return nil }
      isHeld = sealedDrafts.fault != nil
    }
    return !isHeld ? .leavingKeepsDraft : endsProgram ? .leavingLosesDraft : .leavingHoldsDraft
  }
}

extension EditRefusal {
  /// Whether it was the disk that did not take the edit.
  fileprivate var isOfTheDisk: Bool {
    switch self {
    case .diskFull, .diskFailed, .filesRemoved: true
    case .taskGone, .listGone, .detailsUnknown, .locked, .notSignedIn: false
    }
  }
}
