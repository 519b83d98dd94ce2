import StoreModel
import TaskSync

/// What of a worker's half-written texts lies sealed on the disk, so that not even an end without warning takes more than
/// the last moments of them, and nothing that was saved or dropped comes back.
struct SealedDrafts: Equatable, Sendable {
  /// How long a text being typed waits for the disk at most.
  static let delay = Duration.seconds(2)

  private var drafts: [Draft]
  /// Since when what is typed is another text than what is sealed.
  private(set) var changed: Instant?
  /// Why the disk did not take what was sealed last; it is tried again as long as there is something to seal.
  var fault: StoreFault?

  /// What was found at a sign-in.
  init(_ drafts: [Draft] = []) { self.drafts = drafts }

  /// When the disk is due; nil while it has everything.
  var due: Instant? { changed?.advanced(by: SealedDrafts.delay) }

  /// Takes note of what is written now; answers whether it has to go to the disk.
  mutating func follow(_ drafts: [Draft], at now: Instant) -> Bool {
    guard fault != nil || drafts != self.drafts else {
      changed = nil
      return false
    }
    let isOver = drafts.isEmpty && fault == nil
    let since = changed ?? now
    guard isOver || since.duration(to: now) >= SealedDrafts.delay else {
      changed = since
      return false
    }
    take(drafts)
    return true
  }

  /// What is ordered to be sealed now. Until the disk answers, its last answer stands.
  mutating func take(_ drafts: [Draft]) { (self.drafts, changed) = (drafts, nil) }
}

/// Seals what is being written, a moment after it is another text. A note that was given to be kept is dropped here once
/// its row is on the disk.
func sealDrafts(_ state: inout AppState) -> [Effect] {
  guard let worker = state.session?.worker.id, state.isPlaceFound else { return [] }
  let drafts = state.draftsToSeal
  guard state.sealedDrafts.follow(drafts, at: state.now.instant) else { return [] }
  return [.sync(.keepPlace(Place.keeping(drafts, of: worker)?.bytes, worker))]
}

/// Seals what is being written at once, so that a question about leaving says what becomes of it.
func sealBeforeLeaving(_ state: inout AppState) -> [Effect] {
  guard let worker = state.session?.worker.id, state.isPlaceFound else { return [] }
  let drafts = state.draftsToSeal
  guard !drafts.isEmpty else { return [] }
  state.sealedDrafts.take(drafts)
  return [.sync(.keepPlace(Place.keeping(drafts, of: worker)?.bytes, worker))]
}

/// The disk's answer, during the session or after its end.
func placeKept(_ state: inout AppState, _ worker: PersonID, _ fault: StoreFault?) -> [Effect] {
  if state.session?.worker.id == worker {
    state.sealedDrafts.fault = fault
  } else if state.session == nil, state.notKept.worker == worker {
    state.notKept.isOnDisk = fault == nil
  }
  return []
}

extension AppState {
  /// Everything half written, what is under the keys first, then what waits to be written on; notes before lines.
  var drafts: [Draft] { notesHalfWritten + linesHalfTyped }

  private var notesHalfWritten: [Draft] { [draft].compactMap(\.self) + (shift?.notesHeld ?? []).reversed() }

  /// Also notes that the disk has not taken yet, the last of each task.
  var draftsToSeal: [Draft] {
    var notes = notesHalfWritten
    for note in (shift?.notesOnTheirWay ?? []).reversed() where !notes.contains(where: { $0.task == note.task }) {
      notes.append(note.draft)
    }
    return notes + linesHalfTyped
  }

  /// Takes what was sealed: it waits until it is gone on with, and behind what was begun before it was found.
  mutating func take(_ found: [Draft]) {
    let notes = found.filter { $0.purpose == .note && shift?.hasKept($0) != true }
    shift?.notesHeld.insert(contentsOf: notes.reversed(), at: 0)
    asked += found.filter { $0.purpose != .note }
    if case .note = page { return }
    if draft == nil { draft = shift?.notesHeld.popLast() }
  }

  /// The order to seal what a session leaves behind. What is sealed already is not dropped before its worker has seen it.
  func sealing(_ place: Place?, of worker: PersonID) -> [Effect] {
    if isPlaceFound { return [.sync(.keepPlace(place?.bytes, worker))] }
    guard let place, !place.drafts.isEmpty else { return [] }
    return [.sync(.joinPlace(place.bytes, worker))]
  }
}

extension Place {
  /// What is kept of a session that ends, as far as it ends: only what was half written; nil where nothing was.
  static func keeping(_ drafts: [Draft], of person: PersonID) -> Place? {
    guard let first = drafts.first else { return nil }
    var place = Place(person: person, tab: .mine, task: first.task, isTaskOpen: first.task != nil)
    place.drafts = drafts
    return place
  }

  /// A place to be sealed, with what was half written in one that its worker had not seen again yet.
  public static func joining(_ bytes: [UInt8], with earlier: [UInt8]?) -> [UInt8] {
    guard var place = Place(bytes: bytes), let earlier = earlier.flatMap(Place.init(bytes:)),
      place.person == earlier.person
    else { return bytes }
    place.drafts += earlier.drafts
    return place.bytes
  }
}
