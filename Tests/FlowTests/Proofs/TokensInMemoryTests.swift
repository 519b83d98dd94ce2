import Glibc
import Testing
import TillsideTesting

/// Lock after lock against a served cloud: what is left of tokens in the program's memory, looked for from outside.
@Suite(.serialized) struct TokensInMemoryTests {
  /// `make soak`: 10,000 cycles; a short run otherwise. `TILLSIDE_CYCLES` sets another number.
  static let cycles = getenv("TILLSIDE_CYCLES").flatMap { Int(String(cString: $0)) } ?? (Soak.isOn ? 10_000 : 20)

  @Test func noTokenIsLeftAfterALock() async throws {
    let marks = WritableMemory.forms(of: "TILLSIDEPRACTICE")
    let cloud = try ServedCloud()
    defer { cloud.stop() }
    let ready = cloud.readyPath
    let (signedIn, left) = try await onOwnThread {
      let probe = try ProbeProcess("lock-probe", ready)
      // The scan finds what is there: while somebody works, the token is.
      try probe.ask("sign-in")
      let signedIn = try WritableMemory.hits(of: marks, in: probe.process)
      try probe.ask("lock")
      var left: [Int: [[UInt8]: Int]] = [:]
      var done = 1
      while done < Self.cycles {
        let next = min(100, Self.cycles - done)
        try probe.ask(String(next))
        done += next
        let hits = try WritableMemory.hits(of: marks, in: probe.process)
        if !hits.isEmpty { left[done] = hits }
      }
      return (signedIn, left)
    }
    #expect(signedIn[marks[0]] ?? 0 > 0)
    #expect(left.isEmpty, "tokens left after these locks: \(left)")
    print("\(Self.cycles) lock cycles, \(left.count) scans with a token left")
  }

  @Test func theScanFindsEveryForm() throws {
    let forms = WritableMemory.forms(of: "TILLSIDEPRACTICE")
    #expect(forms.map(\.count) == [16, 32, 20, 18, 21])
    #expect(String(decoding: forms[2], as: UTF8.self) == "VElMTFNJREVQUkFDVElD")
  }
}
