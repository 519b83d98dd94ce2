import CloudWire
import Glibc
import PracticeCloud
import Testing
import TillsideTesting

/// `tillside doctor` as a person or a script runs it: the built program, with a home of its own and nothing else around it.
@Suite struct DoctorTests {
  struct Run {
    var code: Int32
    var findings: [[String: String]]

    func verdict(_ name: String) -> String? { findings.first { $0["name"] == name }?["verdict"] }
    func fact(_ name: String) -> String { findings.first { $0["name"] == name }?["fact"] ?? "" }
  }

  let world: ScrubbedWorld
  var home: String { world.home }

  init() throws { world = try ScrubbedWorld() }

  func run(_ flags: String = "", settings: String? = nil) throws -> Run {
    var flags = flags
    if let settings {
      let path = home + "/config.yaml"
      let file = try #require(fopen(path, "we"))
      fputs(settings, file)
      fclose(file)
      flags += " --config " + path
    }
    let program = try BuiltProgram.path()
    let variables = world.environment.map { "'\($0.key)=\($0.value)'" }.sorted().joined(separator: " ")
    let command = "env -i \(variables) '\(program)' doctor --json \(flags) < /dev/null"
    let pipe = try #require(popen(command, "re"))
    var bytes: [UInt8] = []
    while case let byte = fgetc(pipe), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    let status = pclose(pipe)
    let list = try #require(try JSON.parse(bytes).array)
    let findings = list.map { finding in
      Dictionary(uniqueKeysWithValues: (finding.object?.members ?? []).map { ($0.name, $0.value.string ?? "") })
    }
    return Run(code: status >> 8 & 0xFF, findings: findings)
  }

  @Test func thePracticeStoreInsideIsSoundAndUsesNoNetwork() throws {
    let run = try run()
    #expect(
      run.findings.map { $0["name"] } == [
        "program", "settings", "state", "space", "terminal", "scanner", "core-files", "other-processes",
        "locked-memory",
        "debuggers", "keystrokes", "crash-prompt", "kiosk", "bell", "clock", "network", "identity", "graph", "profile",
      ])
    for name in ["core-files", "other-processes", "crash-prompt"] { #expect(run.verdict(name) == "ok") }
    #expect(run.code == 0)
    #expect(run.verdict("terminal") == "warn")
    for name in ["settings", "state", "clock", "network", "identity", "graph", "profile"] {
      #expect(run.verdict(name) == "ok", "\(name): \(run.fact(name))")
    }
    #expect(run.fact("network").contains("nothing leaves it"))
    #expect(access(home + "/state/tillside", F_OK) != 0, "looking made a folder")
  }

  @Test func keysAreSetAndClashesNamed() throws {
    #expect(try run(settings: "keys:\n  mark: [M, F6]\n  order: Ctrl+O\n").verdict("settings") == "ok")
    let clash = try run(settings: "keys:\n  order: Ctrl+O\n  mark: x\n")
    #expect(
      clash.fact("settings").contains("config.yaml:3:3: mark cannot have the key x, because show-completed has it"))
    let typed = try run(settings: "keys:\n  order: Ctrl+O\n  back: z\n")
    #expect(typed.fact("settings").contains("config.yaml:3:3: back needs a key that also works while text is typed"))
    let edits = try run(settings: "keys:\n  note-save: Ctrl+K\n")
    #expect(edits.fact("settings").contains("config.yaml:2:3: note-save cannot have the key Ctrl+K, because that key"))
    let digit = try run(settings: "keys:\n  help: [F1, 5]\n")
    #expect(digit.fact("settings").contains("config.yaml:2:3: help cannot have the key 5, because a digit chooses"))
    let begun = try run(settings: "keys:\n  mark: Alt+O\n")
    #expect(begun.fact("settings").contains("config.yaml:2:3: mark cannot have the key Alt+O: what arrows and F keys"))
    let unknown = try run(settings: "keys:\n  mark: Hyper+M\n")
    #expect(unknown.fact("settings").contains("config.yaml:2:9: keys.mark cannot be \"Hyper+M\""))
  }

  @Test func aServedPracticeCloudIsAskedOverHTTPS() throws {
    let cloud = try ServedCloud()
    defer { cloud.stop() }
    let run = try run("--practice-at " + cloud.readyPath)
    #expect(run.code == 0)
    let host = cloud.ready.authority.dropFirst("https://".count)
    #expect(run.fact("network").hasPrefix("\(host) answers; its certificate is trusted"))
    #expect(run.fact("identity").contains("\(cloud.ready.authority)/\(cloud.ready.facts.tenantID)/v2.0"))
    #expect(run.fact("clock").contains(" s from ours"))
    #expect(run.verdict("graph") == "ok" && run.verdict("profile") == "ok")
  }

  @Test func aFaultInTheSettingsIsNamedWithItsLineAndEndsWith78() throws {
    let run = try run(settings: "kiosk: false\nclowd:\n  tenant: contoso.example\n")
    #expect(run.code == 78)
    #expect(run.verdict("settings") == "fail")
    #expect(run.fact("settings").contains("config.yaml:2:1: unknown setting \"clowd\""))
    #expect(run.verdict("network") == "warn")
  }

  @Test func aFolderOthersCanReplaceIsToldOf() throws {
    let parent = home + "/shared"
    #expect(mkdir(parent, 0o777) == 0 && chmod(parent, 0o777) == 0)
    for _ in 1...2 {
      let found = try run("--state \(parent)/state")
      #expect(found.verdict("state") == "warn")
      #expect(found.fact("state").contains("\(parent), where others"))
      // Not there yet, then there.
      for name in ["/state", "/state/practice"] { mkdir(parent + name, 0o700) }
    }
  }

  @Test func aFileThatIsNotUsedIsNamedWithItsRemedy() throws {
    let folder = home + "/kept/practice"
    try #require(mkdir(home + "/kept", 0o700) == 0 && mkdir(folder, 0o700) == 0)
    try world.put("01234567890123456789012345678901", at: "kept/practice/terminal.key")
    try #require(chmod(folder + "/terminal.key", 0o644) == 0)
    let found = try run("--state \(home)/kept")
    #expect(found.code == 78 && found.verdict("state") == "fail")
    #expect(found.fact("state").contains("chmod 600 \(folder)/terminal.key"))
    let purge = try ProgramRun("purge --practice --state \(home)/kept", in: world)
    #expect(purge.code == 78)
    #expect(purge.output.contains("chmod 600 \(folder)/terminal.key"), "\(purge.output)")
  }

  @Test func withoutAHomeAFolderHasToBeNamed() throws {
    let program = try BuiltProgram.path()
    for words in ["--plain --practice", "purge", "sign-out"] {
      let run = try ProgramRun(shell: "env -u HOME -u XDG_STATE_HOME '\(program)' \(words)", in: world)
      #expect(run.code == 78, "\(words): \(run.output)")
      #expect(run.output.contains("Name one with --state"), "\(run.output)")
    }
    let run = try ProgramRun(shell: "env -u HOME -u XDG_STATE_HOME '\(program)' doctor", in: world)
    #expect(run.code == 78 && run.output.contains("HOME is not set"))
  }

  @Test func aStateFolderOthersMayReadEndsWith78() throws {
    let folder = home + "/open"
    #expect(mkdir(folder, 0o700) == 0 && mkdir(folder + "/practice", 0o755) == 0)
    #expect(chmod(folder + "/practice", 0o755) == 0)
    let run = try run("--state " + folder)
    #expect(run.code == 78)
    #expect(run.fact("state").contains("chmod 700"))
  }

  @Test func aStatePlaceTheProgramCouldNotTakeEndsWith78() throws {
    #expect(symlink("/nowhere", home + "/link") == 0)
    let link = try run("--state \(home)/link")
    #expect(link.code == 78 && link.fact("state").contains("/link: the state folder cannot be used"))
    let folder = home + "/till"
    #expect(mkdir(folder, 0o700) == 0 && mkdir(folder + "/practice", 0o700) == 0)
    #expect(symlink("/nowhere", folder + "/practice/register-3.lock") == 0)
    let lock = try run("--state " + folder)
    #expect(lock.code == 78)
    #expect(lock.fact("state").contains("register-3.lock: the place of this register cannot be used"))
  }

  @Test func aPracticeCloudThatIsNotServedEndsWith69() throws {
    let run = try run("--practice-at /nonexistent/cloud.json")
    #expect(run.code == 69)
    #expect(run.verdict("settings") == "ok")
    #expect(run.fact("network").contains("tillside-cloud serve --ready-file /nonexistent/cloud.json"))
  }

  @Test func aTenantOutOfReachEndsWith69AndSaysWhere() throws {
    let run = try run(
      settings: """
        cloud:
          tenant: 11111111-2222-3333-4444-555555555555
          clientId: 66666666-7777-8888-9999-000000000000
          authority: https://127.0.0.1:1
          graph: https://127.0.0.1:1/v1.0

        """)
    #expect(run.code == 69)
    #expect(run.verdict("network") == "fail")
    #expect(run.fact("network").contains("127.0.0.1:1 cannot be reached"))
    #expect(run.verdict("identity") == "warn")
    #expect(run.verdict("graph") == "fail")
    #expect(run.verdict("profile") == "warn")
  }

  @Test func aProxyThatNobodyRunsIsNamedItself() throws {
    let run = try run(
      settings: """
        cloud:
          tenant: 11111111-2222-3333-4444-555555555555
          clientId: 66666666-7777-8888-9999-000000000000
          proxy: http://127.0.0.1:1

        """)
    #expect(run.code == 69)
    for name in ["network", "graph"] {
      #expect(run.fact(name).contains("The store's proxy (127.0.0.1) cannot be reached"), "\(run.fact(name))")
    }
  }

  @Test func anOutageIsNoReasonToChangeTheSettings() throws {
    let cloud = try ServedCloud()
    defer { cloud.stop() }
    let fault = try ProgramRun(
      "fault unavailable --ready-file \(cloud.readyPath)", of: "tillside-cloud", in: world)
    #expect(fault.code == 0, "\(fault.output)")
    let run = try run("--practice-at " + cloud.readyPath)
    #expect(run.code == 69)
    let advice = run.findings.filter { $0["verdict"] == "fail" }.compactMap { $0["advice"] }
    #expect(!advice.isEmpty && advice.allSatisfy { $0.hasPrefix("This passes:") }, "\(advice)")
  }
}
