import StoreModel
import Tape
import Terminal
import Testing
import TillsideTesting
import WorkspaceRuntime

@Suite("Time in a tape")
struct VirtualTimeTests {
  @Test("Wait Idle never moves time; Wait jumps from timer to timer")
  func waits() async throws {
    #expect(
      try await SlowProfile.failure("Wait Idle\nExpect \"Seattle\"\nExpect Not \"Tacoma\"\nWait \"Tacoma\"\n") == nil)
    let moment = try await onOwnThread {
      let stage = try SlowProfile.stage()
      try stage.settle()
      let before = stage.timekeeper.now()
      let isThere = try stage.wait(upTo: .seconds(60)) { $0.shows(.text("Tacoma")) }
      return (before, isThere, stage.timekeeper.now())
    }
    #expect(moment.0 == .tapeStart)
    #expect(moment.1)
    #expect(moment.2.instant == Instant(sinceStart: .seconds(25)))
  }

  @Test("Wait ends at its limit in virtual time, 60 seconds unless said")
  func limits() async throws {
    let short = try #require(try await SlowProfile.failure("Wait \"Tacoma\"@24s\n"))
    #expect(short.reason == .waited("Tacoma", .seconds(24)))
    #expect(try await SlowProfile.failure("Wait \"Tacoma\"@25s\n") == nil)
    let never = try #require(try await SlowProfile.failure("Wait \"Olympia\"\n"))
    #expect(never.reason == .waited("Olympia", .seconds(60)))
    #expect(never.screen.shows(.text("Tacoma")))
  }

  @Test("Advance fires every timer on the way and moves the clock on the screen")
  func advances() async throws {
    #expect(
      try await SlowProfile.failure(
        "Expect Row 1 \"09:41\"\nAdvance 24s\nExpect \"Seattle\"\nAdvance 1s\nExpect \"Tacoma\"\nAdvance 5m\nExpect Row 1 \"09:46\"\n"
      ) == nil)
  }

  @Test("the same tape gives the same screen a hundred times")
  func repeats() async throws {
    let screens = try await onOwnThread {
      try (0..<100).map { _ in
        let stage = try SlowProfile.stage()
        try stage.press(Key(.function(1)))
        try stage.advance(by: .seconds(90))
        return stage.screen
      }
    }
    #expect(Set(screens).count == 1)
  }
}
