import FoundationEssentials
import StoreModel

/// Places the disk did not take: kept in memory for their owners, sealed with a key of this process, until it does.
struct HeldPlaces: Sendable {
  private let key = TerminalKey.ofThisProcess()
  private var sealed: [[UInt8]: [UInt8]] = [:]

  /// Keeps a worker's place; nil stands for one that was dropped.
  mutating func hold(_ place: [UInt8]?, for worker: PersonID) {
    let name = key.pseudonym(tenant: worker.tenant, object: worker.object)
    sealed[name] = (try? seal(name).seal(place ?? [], kind: placeKind, row: 0)).map { Array($0) }
  }

  /// What is held for a worker: nil when nothing is, and nil in it when their place was dropped.
  func place(of worker: PersonID) -> [UInt8]?? {
    let name = key.pseudonym(tenant: worker.tenant, object: worker.object)
    guard let bytes = sealed[name], let place = try? seal(name).open(bytes, kind: placeKind, row: 0) else { return nil }
    return .some(place.isEmpty ? nil : place)
  }

  /// The disk has it.
  mutating func release(_ worker: PersonID) {
    sealed[key.pseudonym(tenant: worker.tenant, object: worker.object)] = nil
  }

  private func seal(_ name: [UInt8]) -> RowSeal { RowSeal(key, salt: [], pseudonym: name, purpose: "held place") }
}
