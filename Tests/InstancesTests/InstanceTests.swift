import Glibc
import SessionCore
import Synchronization
import Testing

@testable import Instances

/// One terminal for each register: who comes second, and who asks from outside.
@Suite struct InstanceTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func place(_ register: String = "3") -> InstancePlace {
    InstancePlace(folder: folder.path, register: register)
  }

  @Test func theSecondIsToldWhoRuns() throws {
    let first = try InstanceLock(place())
    #expect(throws: InstanceFault.alreadyRunning(.current)) { try InstanceLock(place()) }
    withExtendedLifetime(first) {}
  }

  @Test func aPlaceIsFreeAgainWithItsHolder() throws {
    do { _ = try InstanceLock(place()) }
    _ = try InstanceLock(place())
  }

  @Test func registersAreApartAndHaveSafeNames() throws {
    let locks = try ["3", "till/../4", "", String(repeating: "x", count: 200)].map { try InstanceLock(place($0)) }
    #expect(locks.count == 4)
    #expect(InstancePlace.all(in: folder.path).count == 4)
    for place in InstancePlace.all(in: folder.path) where place.register == "3" {
      #expect(throws: InstanceFault.self) { try InstanceLock(place) }
    }
  }

  @Test func thousandStartsHaveOneWinner() async throws {
    let place = place()
    let winners = await withTaskGroup(of: InstanceLock?.self) { group in
      for _ in 0..<1000 { group.addTask { try? InstanceLock(place) } }
      return await group.reduce(into: []) { held, lock in if let lock { held.append(lock) } }
    }
    #expect(winners.count == 1)
  }

  @Test func aRecordNamesAProcessForGood() {
    let current = RunningInstance.current
    #expect(current.isRunning)
    #expect(RunningInstance(record: current.record) == current)
    #expect(!RunningInstance(process: current.process, start: current.start + 1).isRunning)
    #expect(!RunningInstance(record: "rubbish").isRunning)
  }

  @Test func aRequestIsAnsweredWithItsReceipt() async throws {
    let socket = try ControlSocket(place())
    try socket.listen { socket.answer(OutsideAnswer($0, .signedOut, lines: ["Signed out at 17:02", "", "kept"])) }
    let answer = try ControlCall.ask(.signOut, at: place())
    #expect(answer == OutsideAnswer(.signOut, .signedOut, lines: ["Signed out at 17:02", "", "kept"]))
    var facts = stat()
    #expect(stat(folder.path + "/register-3.socket", &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o600)
    socket.close()
    #expect(throws: InstanceFault.nobodyThere) { try ControlCall.ask(.lock, at: place()) }
  }

  @Test func rubbishIsNotHandedOn() throws {
    let asked = RequestLog()
    let socket = try ControlSocket(place())
    try socket.listen { request in
      asked.add(request)
      socket.answer(OutsideAnswer(request, .locked))
    }
    let line = try LocalSocket.open(place(), connect)
    LocalSocket.send("open the till\n", to: line)
    var byte: UInt8 = 0
    #expect(recv(line, &byte, 1, 0) == 0)
    close(line)
    #expect(try ControlCall.ask(.lock, at: place()).outcome == .locked)
    #expect(asked.all == [.lock])
  }

  @Test func whoDoesNotAnswerIsNotWaitedForLong() throws {
    let socket = try ControlSocket(place())
    try socket.listen { _ in }
    #expect(throws: InstanceFault.noAnswer) { try ControlCall.ask(.signOut, at: place(), seconds: 1) }
  }

  @Test(arguments: ["", "signed-out", "signed-out\n", "signed-out\n  line\n", "opened\n.\n", "signed-out\n.\nmore"])
  func aTornAnswerIsNone(text: String) {
    #expect(ControlLine.answer(text, to: .signOut) == nil)
  }
}

private final class RequestLog: Sendable {
  private let requests = Mutex<[OutsideRequest]>([])
  func add(_ request: OutsideRequest) { requests.withLock { $0.append(request) } }
  var all: [OutsideRequest] { requests.withLock { $0 } }
}

/// A folder 0700 that goes with its owner.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/tillside-instances-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    guard let entries = opendir(path) else { return }
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      unlink(path + "/" + name)
    }
    closedir(entries)
    rmdir(path)
  }
}
