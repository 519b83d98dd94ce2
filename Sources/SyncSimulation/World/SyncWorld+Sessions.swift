import StoreModel
import TaskSync

extension SyncWorld {
  /// Somebody signs in, locks or signs out; a power cut; a token renewed.
  mutating func changeSession() throws(Violation) {
    let number = random.below(tills.count)
    guard tills[number].worker != nil else { return try signIn(random.below(scene.workers.count), at: number) }
    switch random.below(10) {
    case 0..<3: try crash(number)
    case 3..<5:
      if tills[number].isLocking { return try lock(number) }
      tills[number].isLocking = true
      try give(.flush, to: number)
    case 5: try lock(number)
    case 6: try signOut(number)
    // Another worker's session begins over one that nobody ended.
    case 7: try signIn(random.below(scene.workers.count), at: number)
    default: if tills[number].isLocking { try lock(number) } else { try renew(number) }
    }
  }

  mutating func renew(_ number: Int, isGranted: Bool = false) throws(Violation) {
    guard tills[number].renewals > 0 else { return }
    tills[number].renewals = 0
    let outcome: TokenRenewal =
      isGranted ? .renewed : [.renewed, .renewed, .unreachable, .signInNeeded][random.below(4)]
    try give(.renewed(outcome), to: number)
  }

  mutating func signInSomewhere() throws(Violation) {
    guard let number = random.pick(tills.indices.filter { tills[$0].worker == nil }) else { return }
    try signIn(random.below(scene.workers.count), at: number)
  }

  /// What the engine does: everything of the session before is on the disk, or has failed, before the next begins.
  mutating func signIn(_ worker: Int, at number: Int) throws(Violation) {
    if tills[number].worker != nil { try lock(number) }
    dropOrphans(of: number)
    let contents = tills[number].disk.contents(of: worker)
    tills[number].clearScreen()
    if tills[number].holdUntil == nil, let until = contents.hold {
      let rest = clocks(tills[number]).wall.duration(to: until)
      if rest > .zero, rest <= .seconds(86_400) { tills[number].holdUntil = now.advanced(by: rest) }
    }
    if tills[number].holdWall != nil, let whole = tills[number].holdUntil, now < whole {
      tills[number].holdWall = clocks(tills[number]).wall.advanced(by: now.duration(to: whole))
    }
    for row in contents.outbox { ledger.isTakenUp(tills[number].key(row.id, of: worker)) }
    tills[number].worker = worker
    tills[number].session += 1
    tills[number].isLocking = false
    tills[number].renewals = 0
    tills[number].teamsAllowed = 1
    say("till \(number): worker \(worker) signs in, \(contents.outbox.count) unsent")
    try give(.begin(scene.workers[worker], contents), to: number)
  }

  /// The session ends, and its last transactions are written or fail.
  mutating func lock(_ number: Int) throws(Violation) {
    guard let worker = tills[number].worker else { return }
    say("till \(number): worker \(worker) locks")
    try give(.end, to: number)
    // What was noted in memory alone, and the disk does not take at the last moment, nobody can know in the next session.
    if tills[number].disk.fault != nil, !tills[number].disk.waiting.isEmpty {
      ledger.forget(till: number, worker: worker)
    }
    while !tills[number].disk.waiting.isEmpty { try write(at: number, isTold: false) }
    tills[number].worker = nil
    tills[number].isLocking = false
    tills[number].clearScreen()
    tills[number].wake = nil
  }

  private mutating func signOut(_ number: Int) throws(Violation) {
    guard let worker = tills[number].worker else { return }
    try lock(number)
    tills[number].disk.destroy(worker)
    ledger.forget(till: number)
    say("till \(number): worker \(worker) signed out")
  }

  /// The power goes: what waits for the disk is gone, some of it perhaps just written.
  private mutating func crash(_ number: Int) throws(Violation) {
    say("till \(number): power cut")
    let written = random.below(tills[number].disk.waiting.count + 1)
    for _ in 0..<written { try write(at: number, isTold: false) }
    tills[number].disk.waiting = []
    tills[number].process += 1
    ledger.forget(till: number)
    tills[number].answered = []
    tills[number].worker = nil
    tills[number].isLocking = false
    tills[number].clearScreen()
    tills[number].wake = nil
    tills[number].holdUntil = nil
    tills[number].holdWall = nil
    tills[number].machine = SyncMachine(profile: scene.profile, random: SimulationRandom(seed: random.next()))
  }

  /// A connection that ended with its session carries no creation to the server minutes later.
  private mutating func dropOrphans(of number: Int) {
    messages.removeAll { $0.till == number && $0.reply == nil && $0.request.isCreation }
  }
}
