import Glibc
import Testing
import TillsideTesting

/// Store profiles as files, on the command line: made from CSV, checked, and read at start.
@Suite struct ProfileFileTests {
  static let links = """
    SOURCETYPE,SOURCEID,TEAMID
    RetailStore,012,9a3f2c10-0000-4000-8000-000000000001
    RetailStore,027,9a3f2c10-0000-4000-8000-000000000002

    """
  static let staff = """
    STORE,OBJECTID,USERNAME,NAME,ROLE,ALLOWTASKMANAGEMENT
    012,5e0c7d1a-0000-4000-8000-0000000000aa,mei@contoso.example,"Tran, Mei-Lin",worker,yes
    027,5e0c7d1a-0000-4000-8000-0000000000ab,tomasz@contoso.example,Tomasz,manager,

    """
  static let tenant = "cloud:\n  tenant: contoso.example\n  clientId: 66666666-7777-8888-9999-000000000000\n"
  let world: ScrubbedWorld

  init() throws {
    world = try ScrubbedWorld()
    try world.put(Self.links, at: "links.csv")
    try world.put(Self.staff, at: "staff.csv")
  }

  func run(_ words: String) throws -> ProgramRun { try ProgramRun(words, in: world) }

  @Test func aProfileIsBuiltCheckedAndTakenByDoctor() throws {
    let build = try run("profile build --links links.csv --staff staff.csv --store 012 --others -o profile.yaml")
    #expect(build.code == 0 && build.output.isEmpty, "\(build.output)")
    let check = try run("profile check profile.yaml")
    #expect(check.code == 0)
    #expect(check.output.hasPrefix("profile.yaml: store 012"))
    #expect(check.output.contains("accounts: 1; team: 9a3f2c10-0000-4000-8000-000000000001"))
    let address = "  authority: https://127.0.0.1:1\n  graph: https://127.0.0.1:1/v1.0\n"
    try world.put(Self.tenant + address + "terminal:\n  profile: profile.yaml\n", at: "config.yaml")
    let doctor = try run("doctor --config config.yaml")
    #expect(doctor.output.contains("ok    profile          Store 012, register 3; workers listed: 1."))
  }

  @Test func wrongFilesAreToldTogetherAndNothingIsWritten() throws {
    try world.put(Self.links + "RetailStore,012,nobody\n", at: "links.csv")
    try world.put(Self.staff + "012,mei,mei@contoso.example,Mei,worker,\n", at: "staff.csv")
    let build = try run("profile build --links links.csv --staff staff.csv --store 012 -o profile.yaml")
    #expect(build.code == 65)
    #expect(build.lines.count == 3)
    #expect(build.lines.contains { $0.hasPrefix("links.csv, row 4, column 3 (TEAMID): TEAMID is \"nobody\"") })
    #expect(build.lines.contains { $0.hasPrefix("links.csv, row 4, column 2 (SOURCEID): 012 was there before, at 2") })
    #expect(build.lines.contains { $0.hasPrefix("staff.csv, row 4, column 2 (OBJECTID): OBJECTID is \"mei\"") })
    #expect(access(world.home + "/profile.yaml", F_OK) != 0)
  }

  @Test func aWrongProfileKeepsTheProgramFromStartingWithEverythingThatIsWrong() throws {
    try world.put("stroe: \"012\"\nteam: none\n", at: "profile.yaml")
    try world.put(Self.tenant + "terminal:\n  profile: profile.yaml\n", at: "config.yaml")
    let start = try run("--config config.yaml")
    #expect(start.code == 78)
    #expect(
      start.lines == [
        "tillside: profile.yaml:1:1: unknown key \"stroe\". Did you mean \"store\"?",
        "tillside: profile.yaml:1:1: store is missing. Add it.",
        "tillside: profile.yaml:2:7: team is \"none\", but has to be a GUID like 00000000-0000-0000-0000-000000000000.",
      ])
    let doctor = try run("doctor --config config.yaml --json")
    #expect(doctor.code == 78)
    #expect(doctor.output.contains("3 things are wrong in it"))
    #expect(try run("profile check profile.yaml").code == 65)
  }

  @Test func aProfileThatIsNotThereKeepsTheProgramFromStarting() throws {
    try world.put(Self.tenant + "terminal:\n  profile: nowhere.yaml\n", at: "config.yaml")
    let start = try run("--config config.yaml")
    #expect(start.code == 78)
    #expect(start.output.contains("nowhere.yaml: the store profile cannot be read (No such file or directory)"))
  }
}
