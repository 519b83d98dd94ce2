import StoreModel
import TaskSync

/// A store on a machine with troubles.
struct TroubledStore: TaskStore {
  let store: any TaskStore
  let machine: MachineTroubles

  func open(for worker: PersonID) async throws(StoreFault) -> StoreContents {
    if case .unusable? = machine.state.disk { try mustWrite() }
    var contents = try await store.open(for: worker)
    let found = machine.takeFound()
    switch found {
    case .copyChanged?:
      contents.lists = []
      contents.tasks = []
      contents.details = []
      contents.notices.append(.copyChanged)
    case .outboxChanged?:
      for index in contents.outbox.indices { contents.outbox[index].stop = .needsDecision(.fileChanged) }
      contents.notices.append(.outboxChanged)
    case .setAside(let file, _)?:
      contents.notices.append(.setAside(file: file, changesSalvaged: contents.outbox.count))
    case .begunAnew?, .keyChanged?: contents = Self.anew(contents, found)
    case .filesRemoved?: contents = Self.anew(contents, .filesRemoved(changesLost: contents.outbox.count))
    case .diskFull?, .fileUnusable?, nil: break
    }
    return contents
  }

  /// Contents of files that were begun anew.
  private static func anew(_ old: StoreContents, _ notice: StorageNotice?) -> StoreContents {
    StoreContents(lastSequence: old.lastSequence, notices: old.notices + (notice.map { [$0] } ?? []))
  }

  func commit(_ commit: StoreCommit, for worker: PersonID) async throws(StoreFault) {
    try mustWrite()
    try await store.commit(commit, for: worker)
  }

  func close() async { await store.close() }

  func destroyCopy(of worker: PersonID) async throws(StoreFault) -> CopyDestruction {
    if case .unusable? = machine.state.disk { try mustWrite() }
    var destruction = try await store.destroyCopy(of: worker)
    if machine.state.disk == .filesRemoved {
      destruction.changesLost = destruction.changesKept
      destruction.changesKept = 0
    }
    if machine.state.copyStays {
      destruction.tasksLeft = destruction.tasksDestroyed
      destruction.tasksDestroyed = 0
    }
    return destruction
  }

  func unsentOfOthers(than worker: PersonID?) async -> UnsentSummary { await store.unsentOfOthers(than: worker) }

  func keepPlace(_ place: [UInt8]?, for worker: PersonID) async throws(StoreFault) {
    try mustWrite()
    try await store.keepPlace(place, for: worker)
  }

  func holdPlace(_ place: [UInt8]?, for worker: PersonID) async { await store.holdPlace(place, for: worker) }

  func keptPlace(of worker: PersonID) async -> [UInt8]? { await store.keptPlace(of: worker) }

  func addHistory(_ records: [[UInt8]], at moment: Timestamp, for worker: PersonID) async throws(StoreFault) {
    try mustWrite()
    try await store.addHistory(records, at: moment, for: worker)
  }

  func keptHistory(of worker: PersonID) async -> [[UInt8]] { await store.keptHistory(of: worker) }

  func setPIN(_ pin: [UInt8], for worker: PersonID) async throws(StoreFault) {
    try mustWrite()
    try await store.setPIN(pin, for: worker)
  }

  func tryPIN(_ pin: [UInt8], for worker: PersonID) async throws(StoreFault) -> PINVerdict {
    try await store.tryPIN(pin, for: worker)
  }

  private func mustWrite() throws(StoreFault) {
    if let fault = machine.state.disk { throw fault }
  }
}
