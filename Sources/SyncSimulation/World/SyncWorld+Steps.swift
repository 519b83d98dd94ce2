import StoreModel
import TaskSync

extension SyncWorld {
  /// Lets one thing happen; a call to the server is handed out and has to be finished before the next step.
  public mutating func step() throws(Violation) -> ServerCall? {
    steps += 1
    let call = try move()
    if steps % 50 == 0 { try lookAtEverything() }
    return call
  }

  private mutating func move() throws(Violation) -> ServerCall? {
    switch random.below(1000) {
    case 0..<130: try act()
    case 130..<165: return webAct()
    case 165..<480: return try moveMessage()
    case 480..<640: try moveDisk()
    case 640..<760: try moveTime()
    case 760..<790: try decide()
    case 790..<796: try askAgain()
    case 796..<800: try giveUp()
    case 800..<820: try look()
    case 820..<860: try changeSession()
    case 860..<880: changeTheWorld()
    default:
      if let call = try moveMessage() { return call }
    }
    return nil
  }

  /// Something of a terminal's disk gets done, or does not.
  mutating func moveDisk() throws(Violation) {
    let busy = tills.indices.filter { !tills[$0].disk.waiting.isEmpty }
    guard let number = random.pick(busy) else { return try moveTime() }
    try write(at: number)
  }

  /// The next transaction is on the disk, and the machine is told; between the two the power may go.
  mutating func write(at number: Int, isTold: Bool = true) throws(Violation) {
    var next = tills[number].disk.waiting.removeFirst()
    if next.isLast { next.acts = takeActs(of: next, at: number) }
    let fault = tills[number].disk.fault
    if fault == nil { try apply(next, at: number) }
    say("till \(number) disk \(fault.map { "\($0)" } ?? "ok") \(next.commit.brief)")
    guard isTold, tills[number].worker == next.worker else { return }
    try give(.committed(next.id, fault), to: number)
    // Once the disk has all there is to write, a restart will know until when the server asked to wait.
    if fault == nil, tills[number].disk.waiting.isEmpty, let hold = tills[number].holdUntil, now < hold,
      let wall = tills[number].holdWall, tills[number].disk.contents(of: next.worker).hold.map({ $0 < wall }) ?? true
    {
      throw Violation(.holds, "till \(number) is to wait until \(wall), and the disk does not say so")
    }
  }

  private mutating func apply(_ next: ModelDisk.Waiting, at number: Int) throws(Violation) {
    var acts = next.acts
    for place in acts.indices { acts[place].names.formUnion(tills[number].names(of: acts[place].task)) }
    let before = tills[number].disk.copies[next.worker].rows
    tills[number].disk.apply(next.commit, of: next.worker)
    for id in next.commit.removedRows where before[id] != nil {
      try ledger.removed(tills[number].key(id, of: next.worker), by: acts)
    }
    for row in next.commit.rows {
      let key = tills[number].key(row.id, of: next.worker)
      try ledger.put(key, row, by: acts)
      if next.givenUp.contains(row.task) { ledger.discarded(key) }
    }
  }

  /// Time goes on, to the moment a terminal waits for or a little.
  mutating func moveTime() throws(Violation) {
    let waiting = tills.indices.filter { tills[$0].wake != nil }
    guard random.chance(80), let number = random.pick(waiting), let wake = tills[number].wake else {
      now = now.advanced(by: .milliseconds(random.below(8000)))
      return
    }
    try ring(number, wake)
  }

  mutating func ring(_ number: Int, _ wake: Instant) throws(Violation) {
    now = max(now, wake)
    tills[number].wake = nil
    try give(.timer, to: number)
  }

  private mutating func askAgain() throws(Violation) {
    guard let number = random.pick(active) else { return }
    tills[number].teamsAllowed += 2
    try give(.syncNow, to: number)
  }

  private mutating func look() throws(Violation) {
    guard let number = random.pick(active), let task = random.pick(tills[number].shown()) else { return }
    try give(.loadDetails(task), to: number)
  }

  /// Terminals with a session.
  var active: [Int] { tills.indices.filter { tills[$0].worker != nil && !tills[$0].isLocking } }

  /// Clocks jump, disks fill up, the network gets better or worse.
  private mutating func changeTheWorld() {
    let number = random.below(tills.count)
    switch random.below(4) {
    case 0:
      let years = [-10, 10, 0, 0][random.below(4)]
      let seconds = random.below(600) - 300
      tills[number].wallOffset = .seconds(years * 31_557_600 + seconds)
      say("till \(number) clock \(years) years off")
    case 1:
      let faults: [StoreFault?] = [.diskFull, .diskFailed, nil, nil]
      let fault = faults[random.below(4)]
      tills[number].disk.fault = fault
    default:
      let troubled = [0, 0, 10, 30, 70, 100][random.below(6)]
      weather = troubled
      say("\(troubled) of 100 requests go wrong")
    }
  }
}
