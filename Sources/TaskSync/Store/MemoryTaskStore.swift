public import StoreModel

/// A store without a disk, for tests, demos and strict terminals: everything is lost when the program ends.
public actor MemoryTaskStore: TaskStore {
  private var copies: [PersonID: StoreCopy] = [:]
  private var places: [PersonID: [UInt8]] = [:]
  private var histories: [PersonID: [(at: Timestamp, record: [UInt8])]] = [:]
  private var pins: [PersonID: (pin: [UInt8], left: Int)] = [:]
  private var worker: PersonID?
  /// What the next commits fail with; nil when they succeed.
  private var fault: StoreFault?
  /// Transactions written since the start.
  public private(set) var commits = 0

  /// An empty store.
  public init() {}

  /// Lets every commit from now on fail, or succeed again with nil.
  public func fail(with fault: StoreFault?) { self.fault = fault }

  public func open(for worker: PersonID) async throws(StoreFault) -> StoreContents {
    self.worker = worker
    var contents = (copies[worker] ?? StoreCopy()).contents
    contents.hold = copies.values.compactMap(\.hold).max()
    return contents
  }

  public func commit(_ commit: StoreCommit, for worker: PersonID) async throws(StoreFault) {
    guard worker == self.worker else { throw .notOpen }
    if let fault { throw fault }
    commits += 1
    copies[worker, default: StoreCopy()].apply(commit)
  }

  public func close() async { worker = nil }

  public func destroyCopy(of worker: PersonID) async throws(StoreFault) -> CopyDestruction {
    guard let old = copies[worker] else {
      return CopyDestruction(tasksDestroyed: 0, tasksLeft: 0, changesKept: 0)
    }
    copies[worker]?.destroy()
    pins[worker] = nil
    self.worker = nil
    return CopyDestruction(
      tasksDestroyed: old.tasks.count, tasksLeft: copies[worker]?.tasks.count ?? 0, changesKept: old.rows.count)
  }

  public func keepPlace(_ place: [UInt8]?, for worker: PersonID) async throws(StoreFault) {
    if let fault { throw fault }
    places[worker] = place
  }

  public func holdPlace(_ place: [UInt8]?, for worker: PersonID) async { places[worker] = place }

  public func keptPlace(of worker: PersonID) async -> [UInt8]? { places[worker] }

  public func addHistory(
    _ records: [[UInt8]], at moment: Timestamp, for worker: PersonID
  ) async throws(StoreFault) {
    if let fault { throw fault }
    let oldest = moment.advanced(by: .seconds(-historyDays * 86_400))
    let all = (histories[worker] ?? []) + records.map { (at: moment, record: $0) }
    histories[worker] = all.filter { $0.at >= oldest }.suffix(historyLimit)
  }

  public func keptHistory(of worker: PersonID) async -> [[UInt8]] { (histories[worker] ?? []).map(\.record) }

  public func setPIN(_ pin: [UInt8], for worker: PersonID) async throws(StoreFault) {
    if let fault { throw fault }
    pins[worker] = (pin, pinTries)
  }

  public func tryPIN(_ pin: [UInt8], for worker: PersonID) async throws(StoreFault) -> PINVerdict {
    guard let known = pins[worker] else { return .gone }
    if known.pin == pin {
      pins[worker]?.left = pinTries
      return .right
    }
    pins[worker] = known.left > 1 ? (known.pin, known.left - 1) : nil
    return known.left > 1 ? .wrong(left: known.left - 1) : .gone
  }

  public func unsentOfOthers(than worker: PersonID?) async -> UnsentSummary {
    let rows = copies.filter { $0.key != worker }.values.flatMap(\.rows.values)
    return UnsentSummary(count: rows.count, oldest: rows.map(\.made).min())
  }
}
