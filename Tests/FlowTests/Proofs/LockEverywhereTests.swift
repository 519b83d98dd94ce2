import Glibc
import Rehearsal
import Tape
import Terminal
import Testing
import TillsideTesting

/// The running program, locked from every page by every trigger: the screen holds no text of a task and nothing that was
/// being written, and the vault is empty.
@Suite(.serialized) struct LockEverywhereTests {
  /// A page and the keys that lead there from a worker's tasks; what is typed holds the word "zebra".
  struct Place: Sendable {
    var keys: [String]
    var who = "worker"
    /// Whether letters are typed into a field there.
    var takesLetters = false
  }

  /// What locks: keys, a signal to the program, or time.
  enum Trigger: Sendable, CaseIterable {
    case functionKey, letter, command, posOperation, idle, stoppedAndGoneOn
  }

  static let places: [Place] = [
    Place(keys: []), Place(keys: ["2"]), Place(keys: ["3"]), Place(keys: ["4"]), Place(keys: ["4", "Enter"]),
    Place(keys: ["/", "\"dairy\""], takesLetters: true), Place(keys: ["Enter"]), Place(keys: ["Enter", "Down"]),
    Place(keys: ["s"]), Place(keys: ["v", "Down", "v"]), Place(keys: ["o"]), Place(keys: ["F2"]), Place(keys: ["F3"]),
    Place(keys: ["F4"]), Place(keys: ["Enter", "F4"]), Place(keys: ["F1"], takesLetters: true),
    Place(keys: ["Ctrl+P", "\"note\""], takesLetters: true), Place(keys: ["Ctrl+C"]), Place(keys: ["F10"]),
    Place(keys: ["P", "\"25\""], takesLetters: true), Place(keys: ["c", "\"zebra one\""], takesLetters: true),
    Place(keys: ["c", "\"zebra two\"", "Escape"]), Place(keys: ["d", "\"fri\""], who: "manager", takesLetters: true),
    Place(keys: ["n", "Enter", "\"zebra three\""], who: "manager", takesLetters: true),
    Place(keys: ["e"], who: "manager"), Place(keys: ["a", "\"zebra\""], who: "manager", takesLetters: true),
    Place(keys: ["p"], who: "manager"), Place(keys: ["D"], who: "manager"),
    Place(keys: ["Enter", "n", "\"zebra four\""], who: "manager", takesLetters: true),
  ]

  @Test func nothingIsLeft() async throws {
    try await LedProgram.onServedCloud { program in
      for (number, place) in Self.places.enumerated() {
        for trigger in Self.triggers(for: number) where trigger != .letter || !place.takesLetters {
          try Self.lock(program, place, trigger)
        }
      }
    }
  }

  /// All of them in a soak; otherwise each page by one, and each trigger on some page.
  private static func triggers(for place: Int) -> [Trigger] {
    Soak.isOn ? Trigger.allCases : [Trigger.allCases[place % Trigger.allCases.count]]
  }

  private static func lock(_ program: LedProgram, _ place: Place, _ trigger: Trigger) throws {
    try program.signIn(as: place.who)
    for key in place.keys { try program.press(key) }
    try program.stage.settle()
    let before = program.rows
    switch trigger {
    case .functionKey: try program.press("F9")
    case .letter: try program.press("L")
    case .command: try program.stage.perform("lock")
    // From a field or a question one step back first, as a worker would.
    case .posOperation: try program.press("Escape", "Escape", "Escape", "Ctrl+P", "\"703\"", "Enter")
    case .idle: try program.stage.advance(by: .seconds(301))
    case .stoppedAndGoneOn: try #require(kill(try #require(program.processes.last), SIGCONT) == 0)
    }
    let isLocked = try program.stage.wait(upTo: .seconds(5)) { $0.shows("Locked at") }
    try #require(isLocked, "\(place.keys) \(trigger): \(program.rows)")
    try program.stage.settle()
    let after = program.rows
    let left = before[2...].filter { row in
      row.filter { $0 != " " && $0 != "─" }.count > 12 && after.contains(row)
    }
    #expect(left.isEmpty, "\(place.keys) \(trigger): \(left)")
    let text = after.joined(separator: "\n").lowercased()
    for word in ["zebra", "dairy", "cold-store", "till float", "price labels", "yoghurt"] {
      #expect(!text.contains(word), "\(place.keys) \(trigger)")
    }
    guard TokenSearch.isAllowed else { return }
    #expect(try TokenSearch.memoryAfterASecond(of: program.processes) == 0, "\(place.keys) \(trigger)")
  }
}
