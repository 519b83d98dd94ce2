import Tape
import Terminal
import Testing
import Workspace

@Suite("A tape joined with what it plays")
struct TapeProgramTests {
  private func assemble(_ files: [String: String]) -> (program: TapeProgram, faults: [TapeFault]) {
    TapeProgram.assemble("tapes/main.tape") { path in files[path].map { Array($0.utf8) } }
  }

  @Test("takes settings out and keeps what is done, with its place")
  func settings() {
    let (program, faults) = assemble([
      "tapes/main.tape": """
      Let theme "mono"
      Set Width 100
      Set Height 40
      Set Theme "${theme}"
      World contoso-large
      Set Seed 9
      Set Ascii yes
      Enter
      """
    ])
    #expect(faults.isEmpty)
    #expect(program.start.size == Size(columns: 100, rows: 40))
    #expect(program.start.theme == "mono")
    #expect(program.start.scenario == "contoso-large")
    #expect(program.start.seed == 9)
    #expect(program.start.isASCII)
    #expect(program.entries.map(\.line) == [1, 8])
    #expect(program.entries.last?.step == .press(Key(.enter), times: 1))
  }

  @Test("plays other files in place, their paths as seen from the file they stand in")
  func sources() {
    let (program, faults) = assemble([
      "tapes/main.tape": "Source parts/a.tape\nF9\n", "tapes/parts/a.tape": "Source b.tape\nUp\n",
      "tapes/parts/b.tape": "Let who \"Anna\"\nDown\n",
    ])
    #expect(faults.isEmpty)
    #expect(
      program.entries.map(\.file) == [
        "tapes/parts/b.tape", "tapes/parts/b.tape", "tapes/parts/a.tape", "tapes/main.tape",
      ])
  }

  @Test("a name given in a played file is known after it, and not before")
  func names() {
    let (_, faults) = assemble([
      "tapes/main.tape": "Type \"${whoo}\"\nSource a.tape\nType \"${whoo} ${who}\"\n",
      "tapes/a.tape": "Let who \"A\"\n",
    ])
    #expect(faults.map(\.line) == [1, 3])
    #expect(faults.map(\.column) == [7, 7])
    #expect(faults.map(\.kind) == [.unknownName("whoo", nearest: nil), .unknownName("whoo", nearest: "who")])
  }

  @Test("a name without a value is nothing to expect, for an empty text is found on every screen")
  func emptyNames() {
    let lines = [
      #"Let x """#, #"Type "${x}""#, #"Expect "${x}""#, #"Let x "a""#, #"Expect "${x}""#, #"Let x """#,
      #"Wait "${x}${x}""#,
    ]
    let (_, faults) = assemble(["tapes/main.tape": lines.joined(separator: "\n")])
    #expect(faults.map(\.kind) == [.emptyName("x"), .emptyName("x")])
    #expect(faults.map(\.line) == [3, 7])
    #expect(faults.map(\.column) == [9, 7])
  }

  @Test("values of names are judged as what they stand in, at the name")
  func valuesOfNames() {
    let lines = [
      #"Let x "a/b""#, #"Expect Screen "${x}""#, #"Remote due "Milk ${x}" "${x}""#, #"Let y """#,
      #"Remote rename "Milk" "${y}""#, #"Fault throttle "PUT ${x}""#, #"Headquarters "publish add A ${x} --due ${x}""#,
    ]
    let (_, faults) = assemble(["tapes/main.tape": lines.joined(separator: "\n")])
    #expect(
      faults.map(\.kind) == [
        .badScreenName("a/b"), .badMoment("a/b"), .nothingNamed, .badMatch("PUT a/b"),
        .badOrder(.badForm("a/b", .time)),
      ])
    #expect(faults.map(\.line) == [2, 3, 5, 6, 7])
    #expect(faults.map(\.column) == [16, 18, 23, 21, 29])
  }

  @Test("a file that plays itself by ever longer names is told, not followed without end")
  func playsItselfByOtherNames() {
    let (_, faults) = TapeProgram.assemble("a.tape") { _ in Array("Source b/../a.tape\n".utf8) }
    #expect(faults.map(\.kind) == [.sourceTooDeep(64)])
    #expect(faults.first?.file.hasSuffix("/a.tape") == true)
  }

  @Test("keys are judged together, each at its line; two commands may change keys, and one is set once")
  func keys() {
    let taken = assemble(["tapes/main.tape": "Source a.tape", "tapes/a.tape": "Set Key order s Ctrl+T\nEnter"]).faults
    #expect(taken.map(\.line) == [1] && taken.map(\.column) == [15] && taken.map(\.file) == ["tapes/a.tape"])
    #expect(taken.first?.kind.sentence == "s is no key for order: task-status has it where both are live")
    let (program, faults) = assemble(["tapes/main.tape": "Set Key order s\nSet Key task-status o\nEnter\n"])
    #expect(faults.isEmpty)
    #expect(program.start.keys == [.order: [Key(.character("s"))], .taskStatus: [Key(.character("o"))]])
    let twice = assemble(["tapes/main.tape": "Set Key order O\nSet Key order T\nEnter\n"]).faults
    #expect(twice.map(\.kind) == [.settingAgain("Set Key order", first: "tapes/main.tape:1")])
  }

  @Test("whoever is named has to be in its world, or to have been taken on there before")
  func people() {
    let text = """
      World small
      Approve as nobody
      Approve as MEI
      Account block mei@shop.example
      Refuse 50105 "Mei-Lin Tran"
      Approve as manager
      Remote assign "Milk" jonsa
      Headquarters "publish draft A --as nobody"
      Phone as nobody
      Approve as olu
      Headquarters "staff hire olu --name 'Olu Bello' --store 012"
      Approve as olu
      Account block olu@shop.example
      Remote unassign "Milk" "Olu Bello"
      Approve as manager
      Reset
      Approve as olu
      """
    let people = TapePeople(
      names: ["mei", "jonas", "worker"], spellings: ["mei@shop.example", "jonas@shop.example", "Mei-Lin Tran"])
    var worlds: [String] = []
    let (_, faults) = TapeProgram.assemble(
      "a.tape",
      people: { world in
        worlds.append(world)
        return people
      }
    ) { _ in Array(text.utf8) }
    #expect(faults.map(\.line) == [2, 6, 7, 8, 10, 17])
    #expect(faults.map(\.column) == [12, 12, 22, 14, 12, 12])
    #expect(Set(worlds) == ["small"])
    #expect(
      faults.map { $0.kind.sentence }.prefix(3) == [
        #"there is no account or role "nobody" in small: known are jonas, mei, worker"#,
        #"there is no account or role "manager" in small: known are jonas, mei, worker"#,
        #"there is no account or role "jonsa" in small: did you mean jonas?"#,
      ])
    #expect(TapeProgram.assemble("a.tape") { _ in Array(text.utf8) }.faults.isEmpty)
  }

  @Test("keys that are none of a line are mistakes where the program speaks line by line")
  func keysOfLines() {
    let text = "Set Plain yes\nType \"mei\"\nBackspace\nEnter\nF9\nType \"a\\tb\"\nDown 3\nPaste \"a\\nb\\n\"\n"
    let (_, faults) = assemble(["tapes/main.tape": text])
    #expect(faults.map(\.kind) == [.notOfLine("F9"), .notOfLine("Tab"), .notOfLine("Down")])
    #expect(faults.map(\.line) == [5, 6, 7])
  }

  @Test("a click is a mistake where the program takes none")
  func clicksUnheard() {
    for start in ["", "Set Mouse off\n", "Set Mouse on\nSet Plain yes\n"] {
      let (_, faults) = assemble(["tapes/main.tape": start + "Click \"help\"\nClick \"help\"\n"])
      #expect(faults.map(\.kind) == [.clickUnheard, .clickUnheard])
    }
    #expect(assemble(["tapes/main.tape": "Set Mouse on\nClick \"help\"\n"]).faults.isEmpty)
  }

  @Test("settings after the first key, files that are missing and files that play themselves are mistakes")
  func mistakes() {
    let (_, faults) = assemble([
      "tapes/main.tape": "Enter\nSet Width 80\nWorld contoso-large\nSource none.tape\nSource a.tape\n",
      "tapes/a.tape": "Source main.tape\n",
    ])
    #expect(
      faults.map(\.kind) == [
        .lateSetting("Set"), .lateSetting("World"), .sourceUnreadable("tapes/none.tape"),
        .sourceCycle("tapes/main.tape"),
      ])
    #expect(faults.map(\.file) == ["tapes/main.tape", "tapes/main.tape", "tapes/main.tape", "tapes/a.tape"])
  }

  @Test("a tape without a step, and a file that is none, are one mistake each")
  func empty() {
    #expect(
      assemble(["tapes/main.tape": "# Being recorded\n"]).faults.map(\.description) == [
        "tapes/main.tape: no steps: nothing is done or expected in this tape"
      ])
    #expect(assemble(["tapes/main.tape": "Source a.tape\nEnter\n", "tapes/a.tape": ""]).faults.isEmpty)
    let (_, faults) = TapeProgram.assemble("a.tape") { _ throws(TapeRefusal) in throw .tooLarge(most: 4 << 20) }
    #expect(faults.map(\.description) == ["the file \"a.tape\" is too large for a tape: at most 4 MB"])
  }

  @Test("a setting that stands there twice is a mistake that names both places")
  func settingsAgain() {
    let (program, faults) = assemble([
      "tapes/main.tape": "World contoso-large\nSet Width 100\nSet Height 40\nSource a.tape\nSet Width 120\nEnter\n",
      "tapes/a.tape": "World contoso-retail\n",
    ])
    #expect(
      faults.map { $0.description.split(separator: "\n").first } == [
        "tapes/a.tape:1:1: World stands in tapes/main.tape:1 already: leave one of the two out",
        "tapes/main.tape:5:1: Set Width stands in tapes/main.tape:2 already: leave one of the two out",
      ])
    #expect(program.start.size == Size(columns: 100, rows: 40))
  }

  @Test("files that play each other ten times each are one mistake, found at once")
  func sourceBomb() {
    var files = ["tapes/main.tape": "Source 1.tape\n", "tapes/9.tape": "Enter\n"]
    for number in 1...8 {
      files["tapes/\(number).tape"] = String(repeating: "Source \(number + 1).tape\n", count: 10)
    }
    let (_, faults) = assemble(files)
    #expect(faults.map(\.kind) == [.tooManySteps(100_000)])
  }

  @Test("a tape that cannot be read is one mistake")
  func missing() {
    #expect(assemble([:]).faults.map(\.kind) == [.sourceUnreadable("tapes/main.tape")])
  }
}
