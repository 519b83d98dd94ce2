public import StoreModel
import Strings
public import TaskSync
import Terminal

/// What waited on this terminal when a worker signed in: their own place, and how much of others.
public struct WaitingHere: Hashable, Sendable {
  /// Who signed in.
  public var worker: PersonID
  /// Their place as it was sealed; nil when there is none.
  public var place: [UInt8]?
  /// Unsent changes of others: how many, and how old.
  public var others: UnsentSummary
  /// Their history as it was sealed, oldest first.
  public var history: [[UInt8]]

  /// What was found.
  public init(worker: PersonID, place: [UInt8]?, others: UnsentSummary, history: [[UInt8]] = []) {
    self.worker = worker
    self.place = place
    self.others = others
    self.history = history
  }
}

/// After a sign-in: back to the place that was sealed here, after a lock or another worker's shift, and a word about others.
func foundWaiting(_ state: inout AppState, _ waiting: WaitingHere) -> [Effect] {
  guard state.session?.worker.id == waiting.worker else { return [] }
  state.othersUnsent = waiting.others
  // A sign-in beside the work finds what this session has gone on from since.
  guard !state.isPlaceFound else { return [] }
  state.isPlaceFound = true
  state.shift?.history.begin(with: waiting.history.compactMap(HistoryRecord.init(bytes:)))
  if waiting.others.count > 0 {
    state.notice = Notice(state.look.othersUnsent(waiting.others, state), role: .normal)
  }
  let renamings = state.shift?.renamings ?? []
  state.shift?.renamings = []
  guard let sealed = waiting.place.flatMap(Place.init(bytes:)), sealed.person == waiting.worker else { return [] }
  var place = sealed.following(renamings)
  state.sealedDrafts = SealedDrafts(sealed.drafts)
  state.take(place.drafts)
  place.drafts = []
  state.asksAtOnce = true
  let effects = takePlace(&state, place)
  resumeDraft(&state)
  resumeEntry(&state)
  showGone(&state)
  return effects
}

/// A place the worker has not left yet by a key of their own.
private func takePlace(_ state: inout AppState, _ place: Place) -> [Effect] {
  guard let shift = state.shift, !shift.board.isChosen, shift.returning == nil, case .tasks = state.page else {
    return []
  }
  state.shift?.board.tab = place.tab
  state.shift?.board.openList = place.openList
  state.shift?.returning = place.task == nil ? nil : place
  rebuildBoard(&state)
  return comeBack(&state)
}

extension Look {
  /// "Another worker has 2 unsent changes here (oldest 3 h)."
  func othersUnsent(_ others: UnsentSummary, _ state: AppState) -> String {
    let age = others.oldest.map { spanWords($0.duration(to: state.now.wall), words) } ?? ""
    return words.counted(.othersUnsent, others.count, ["age": age])
  }
}
