import Glibc
import Testing
import TillsideTesting

/// Settings that are not right: the program says what is wrong and does not start, never with the practice store instead.
@Suite struct SettingsRefusalTests {
  static let cloud = "cloud:\n  tenant: contoso.example\n  clientId: 66666666-7777-8888-9999-000000000000\n"
  let world: ScrubbedWorld
  /// The usual place of the settings.
  var place: String { world.home + "/config/tillside/config.yaml" }

  init() throws {
    world = try ScrubbedWorld()
    #expect(mkdir(world.home + "/config/tillside", 0o700) == 0)
  }

  /// Starts the program and looks with doctor: both end with 78 and say the same.
  func refusal(_ words: String = "") throws -> String {
    let start = try ProgramRun(words, in: world)
    let doctor = try ProgramRun("doctor " + words, in: world)
    #expect(start.code == 78 && doctor.code == 78, "\(start.output)")
    #expect(start.lines.count == 1, "\(start.output)")
    let line = String(start.output.dropFirst("tillside: ".count).dropLast())
    #expect(doctor.output.contains("fail  settings         " + line), "\(doctor.output)")
    return line
  }

  func refusal(of text: String) throws -> String {
    try world.put(text, at: "config.yaml")
    return try refusal("--config config.yaml")
  }

  @Test func aLinkThatLeadsNowhereIsNoMissingFile() throws {
    #expect(symlink("/nowhere/config.yaml", place) == 0)
    #expect(try refusal().hasPrefix(place + ": this link leads to a file that is not there."))
  }

  @Test func aLoopOfLinksIsNoMissingFile() throws {
    #expect(symlink(place, place) == 0)
    #expect(try refusal().hasPrefix(place + ": the settings cannot be read (Too many levels of symbolic links)."))
  }

  @Test func aPlaceThatCannotBeLookedAtIsNoMissingFile() throws {
    #expect(rmdir(world.home + "/config/tillside") == 0)
    try world.put("", at: "config/tillside")
    #expect(try refusal().hasPrefix(place + ": the settings cannot be read (Not a directory)."))
  }

  @Test func aNameThatIsNotReadIsTold() throws {
    try world.put(Self.cloud, at: "config/tillside/config.yml")
    let other = world.home + "/config/tillside/config.yml"
    #expect(try refusal() == "\(other): this name is not read. Name the file \(place), or move it away.")
  }

  @Test(arguments: ["", "# cloud:\n#   tenant: contoso.example\n", "---\n", "~\n"])
  func aFileThatSetsNothing(text: String) throws {
    #expect(try refusal(of: text).hasPrefix("config.yaml: this file sets nothing."))
  }

  @Test(arguments: [
    ("cloud:\n", "config.yaml:1:1: nothing is set below cloud."),
    ("cloud:\n  tenant: contoso.example\n", "The settings name cloud, but not both cloud.tenant and cloud.clientId."),
    (cloud + "  authority: https://\n", "config.yaml:4:14: cloud.authority cannot be \"https://\";"),
    ("cloud:\n  tenant: common\n", "config.yaml:2:11: cloud.tenant cannot be \"common\"; it takes a directory"),
    ("cloud:\n  tenant: contoso\n", "config.yaml:2:11: cloud.tenant cannot be \"contoso\""),
    ("cloud:\n  clientId: a\n", "config.yaml:2:13: cloud.clientId cannot be \"a\"; it takes an id like"),
    (cloud + "  proxy: proxy:8080\n", "The setting cloud.proxy is not an address"),
    (
      cloud + "  ca: nowhere.pem\n",
      "nowhere.pem: this file of certificates cannot be read (No such file or directory)."
    ),
    (cloud + "  ca: /tmp\n", "/tmp: this file of certificates cannot be read (Is a directory)."),
    (cloud + "  ca: config.yaml\n", "config.yaml: no certificate (PEM) can be read from this file."),
    ("terminal:\n  timeZone: Europe/Warszawa\n", "config.yaml:2:13: terminal.timeZone cannot be \"Europe/Warszawa\""),
    ("terminal:\n  timeZone: ../../etc/passwd\n", "config.yaml:2:13: terminal.timeZone cannot be"),
    ("terminal:\n  store: [12]\n", "config.yaml:2:10: terminal.store cannot be \"12\""),
    ("terminal:\n  store: \"0\\n12\"\n", "config.yaml:2:10: terminal.store cannot be"),
    ("terminal:\n  scanner:\n    prefix: q\n", "config.yaml:3:13: terminal.scanner.prefix cannot be q: workers"),
    ("terminal:\n  scanner:\n    prefix: F9\n", "config.yaml:3:13: terminal.scanner.prefix cannot be F9"),
    ("terminal:\n  scanner:\n    prefix: Ä\n", "config.yaml:3:13: terminal.scanner.prefix cannot be Ä"),
    (
      "terminal:\n  scanner:\n    prefix: Ctrl+B\n    suffix: Ctrl+B\n",
      "config.yaml:3:13: terminal.scanner.prefix cannot be Ctrl+B: it is the suffix"
    ),
    ("kiosk: true\nsync:\n  pollSeconds: 1\nkiosk: true\n", "config.yaml:4:1: kiosk stands here a second time."),
    ("kiosk: true\nsync:\n  pollSeconds: 1\n  pollSeconds: 2\n", "config.yaml:4:3: pollSeconds stands here a second"),
    ("terminal:\n  scanner:\n    suffix: Enter\n", "config.yaml:3:13: terminal.scanner.suffix needs a terminal"),
    ("keys:\n  back: []\n", "config.yaml:2:3: back needs a key:"),
    ("keys:\n  order: []\n  sign-out: []\n", "config.yaml:3:3: sign-out needs a key:"),
    ("clowds: 1\n", "config.yaml:1:1: unknown setting \"clowds\"."),
  ]) func aValueThatCannotBe(text: String, line: String) throws {
    #expect(try refusal(of: text).hasPrefix(line))
  }

  @Test func whatIsNoFileOfTextIsRefusedAtOnce() throws {
    #expect(mkfifo(world.home + "/pipe", 0o600) == 0)
    #expect(try refusal("--config pipe") == "pipe: this is a pipe, a device or a folder, not a file of settings.")
    #expect(try refusal("--config /dev/zero").hasPrefix("/dev/zero: this is a pipe, a device"))
    #expect(try refusal("--config .").hasPrefix(".: this is a pipe, a device or a folder"))
    try world.put(String(repeating: "# x\n", count: 300_000), at: "large.yaml")
    #expect(try refusal("--config large.yaml").hasPrefix("large.yaml: this is larger than 1024 kB"))
    let latin = try ProgramRun(shell: "printf 'kiosk: true # \\344' > latin.yaml", in: world)
    #expect(latin.code == 0)
    #expect(try refusal("--config latin.yaml").hasPrefix("latin.yaml: this is not text in UTF-8."))
    let nul = try ProgramRun(shell: "printf 'kiosk: \\000true' > nul.yaml", in: world)
    #expect(nul.code == 0)
    #expect(try refusal("--config nul.yaml").hasPrefix("nul.yaml: this is not text in UTF-8."))
  }

  @Test func aPrivateKeyIsNoCertificate() throws {
    try world.put("-----BEGIN PRIVATE KEY-----\nMC4CAQ==\n-----END PRIVATE KEY-----\n", at: "ca.pem")
    #expect(try refusal(of: Self.cloud + "  ca: ca.pem\n").hasPrefix("ca.pem: this is a private key"))
  }

  @Test func whatWindowsWritesIsRead() throws {
    try world.put("\u{FEFF}kiosk: True\r\nappearance:\r\n  ascii: No\r\n", at: "config.yaml")
    let doctor = try ProgramRun("doctor --config config.yaml", in: world)
    #expect(doctor.code == 0, "\(doctor.output)")
    #expect(doctor.output.contains("On: no key closes the program"))
  }

  @Test func pathsAreSeenFromTheSettingsOwnFolder() throws {
    try world.put("store: \"012\"\nname: 7\nteams: x\n", at: "config/tillside/profile.yaml")
    try world.put(Self.cloud + "terminal:\n  profile: profile.yaml\n", at: "config/tillside/config.yaml")
    let start = try ProgramRun("--config config/tillside/config.yaml", in: world)
    #expect(start.code == 78)
    #expect(start.output.contains("config/tillside/profile.yaml:3:1: unknown key \"teams\""), "\(start.output)")
  }

  @Test func aFileThatOthersMayChangeIsAWarning() throws {
    try world.put("kiosk: true\n", at: "config.yaml")
    #expect(chmod(world.home + "/config.yaml", 0o666) == 0)
    let doctor = try ProgramRun("doctor --config config.yaml", in: world)
    #expect(doctor.code == 0)
    #expect(doctor.output.contains("Others than this user and root may change config.yaml"))
    #expect(doctor.output.contains("chmod go-w config.yaml"))
  }

  @Test func aLogIsNeverWrittenOverAFile() throws {
    try world.put("dear\n", at: "notes.txt")
    let till = try BuiltProgram.path()
    let run = try ProgramRun(shell: "'\(till)' --plain --log notes.txt 2>&1; cat notes.txt", in: world)
    #expect(run.output.contains("notes.txt is there already. Name another file."))
    #expect(run.lines.last == "dear")
  }
}
