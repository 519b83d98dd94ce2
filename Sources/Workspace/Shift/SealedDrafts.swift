import StoreModel
import TaskSync

/// What of a worker's half-written texts lies sealed on the disk, so that not even an end without warning takes more than
/// the last moments of them, and nothing that was saved or dropped comes back.
struct SealedDrafts: Equatable, Sendable {
  /// How long a text being typed waits for the disk at most.
  static let delay = Duration.seconds(2)

  private var draft: Draft?
  private var entry: Draft?
  /// Since when what is typed is another text than what is sealed.
  private(set) var changed: Instant?
  /// Why the disk did not take what was sealed last; it is tried again as long as there is something to seal.
  var fault: StoreFault?

  /// What was found at a sign-in.
  init(draft: Draft? = nil, entry: Draft? = nil) {
    self.draft = draft
    self.entry = entry
  }

  /// When the disk is due; nil while it has everything.
  var due: Instant? { changed?.advanced(by: SealedDrafts.delay) }

  /// Takes note of what is written now; answers whether it has to go to the disk.
  mutating func follow(draft: Draft?, entry: Draft?, at now: Instant) -> Bool {
    guard fault != nil || draft != self.draft || entry != self.entry else {
      changed = nil
      return false
    }
    let isOver = draft == nil && entry == nil && fault == nil
    let since = changed ?? now
    guard isOver || since.duration(to: now) >= SealedDrafts.delay else {
      changed = since
      return false
    }
    take(draft: draft, entry: entry)
    return true
  }

  /// What is ordered to be sealed now. Until the disk answers, its last answer stands.
  mutating func take(draft: Draft?, entry: Draft?) {
    (self.draft, self.entry, changed) = (draft, entry, nil)
  }
}

/// Seals what is being written, a moment after it is another text. A note that was given to be kept is dropped here once
/// its row is on the disk.
func sealDrafts(_ state: inout AppState) -> [Effect] {
  guard let worker = state.session?.worker.id, state.isPlaceFound else { return [] }
  let draft = state.noteToSeal
  guard state.sealedDrafts.follow(draft: draft, entry: state.entryDraft, at: state.now.instant) else { return [] }
  return [.sync(.keepPlace(state.draftToKeep(draft, for: worker), worker))]
}

/// Seals what is being written at once, so that a question about leaving says what becomes of it.
func sealBeforeLeaving(_ state: inout AppState) -> [Effect] {
  guard let worker = state.session?.worker.id, state.isPlaceFound else { return [] }
  let draft = state.noteToSeal
  guard draft != nil || state.entryDraft != nil else { return [] }
  state.sealedDrafts.take(draft: draft, entry: state.entryDraft)
  return [.sync(.keepPlace(state.draftToKeep(draft, for: worker), worker))]
}

/// The disk's answer, during the session or after its end.
func placeKept(_ state: inout AppState, _ worker: PersonID, _ fault: StoreFault?) -> [Effect] {
  if state.session?.worker.id == worker {
    state.sealedDrafts.fault = fault
  } else if state.session == nil, state.notKept.worker == worker {
    state.notKept.isHeld = fault != nil
  }
  return []
}

extension AppState {
  /// The note being written, or one that waits to be written on.
  var noteBeingWritten: Draft? { draft ?? shift?.notesHeld.last }

  /// What is sealed of notes: also one that the disk has not taken yet.
  fileprivate var noteToSeal: Draft? { noteBeingWritten ?? shift?.notesOnTheirWay.last?.draft }
}
