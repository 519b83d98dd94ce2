import StoreModel

/// What of a worker's half-written texts lies sealed on the disk, so that not even an end without warning takes more than
/// the last moments of them, and nothing that was saved or dropped comes back.
struct SealedDrafts: Equatable, Sendable {
  /// How long a text being typed waits for the disk at most.
  static let delay = Duration.seconds(2)

  private var draft: Draft?
  private var entry: Draft?
  /// Since when what is typed is another text than what is sealed.
  private(set) var changed: Instant?

  /// What was found at a sign-in.
  init(draft: Draft? = nil, entry: Draft? = nil) {
    self.draft = draft
    self.entry = entry
  }

  /// When the disk is due; nil while it has everything.
  var due: Instant? { changed?.advanced(by: SealedDrafts.delay) }

  /// Takes note of what is written now; answers whether it has to go to the disk.
  mutating func follow(draft: Draft?, entry: Draft?, at now: Instant) -> Bool {
    guard draft != self.draft || entry != self.entry else {
      changed = nil
      return false
    }
    let isOver = draft == nil && entry == nil
    let since = changed ?? now
    guard isOver || since.duration(to: now) >= SealedDrafts.delay else {
      changed = since
      return false
    }
    self = SealedDrafts(draft: draft, entry: entry)
    return true
  }
}

/// Seals what is being written, a moment after it is another text. A note that was given to be kept is dropped here once
/// its row is on the disk.
func sealDrafts(_ state: inout AppState) -> [Effect] {
  guard let worker = state.session?.worker.id, state.isPlaceFound else { return [] }
  let draft = state.draft ?? state.shift?.noteOnItsWay?.draft
  guard state.sealedDrafts.follow(draft: draft, entry: state.entryDraft, at: state.now.instant) else { return [] }
  return [.sync(.keepPlace(state.draftToKeep(draft, for: worker), worker))]
}

extension NoteOnItsWay {
  /// The note as if it were still being written.
  fileprivate var draft: Draft { Draft(.note, task: task, text: text, cursor: text.count) }
}
