import Glibc
import Testing
import TillsideTesting

/// What stands where a file is to be written: it is written to, never put away.
@Suite("A file that is written") struct WrittenFilesTests {
  private let world: ScrubbedWorld

  init() throws {
    world = try ScrubbedWorld()
    try world.put("Expect   \"Sign in\"\n", at: "a.tape")
  }

  @Test("goes into a pipe and a device that stand there")
  func pipesAndDevices() throws {
    #expect(mkfifo(world.home + "/pipe", 0o600) == 0)
    let program = try BuiltProgram.path()
    let run = try ProgramRun(
      shell: "sh -c 'cat pipe > got & \"\(program)\" play --junit pipe a.tape; code=$?; wait; exit $code'", in: world)
    #expect(run.code == 0, "\(run.output)")
    #expect(text("got").contains("<testsuite "))
    #expect(kind("pipe") == S_IFIFO)
    // Only who may make devices can lose one.
    guard mknod(world.home + "/null", S_IFCHR | 0o666, 0x103) == 0 else { return }
    #expect(try ProgramRun("play --junit null a.tape", in: world).code == 0)
    #expect(kind("null") == S_IFCHR)
  }

  @Test("goes where a link leads, and the link stays")
  func links() throws {
    try world.put("old", at: "real.xml")
    for (link, target) in [("link.xml", "real.xml"), ("new.xml", "made.xml")] {
      #expect(symlink(target, world.home + "/" + link) == 0)
      #expect(try ProgramRun("play --junit \(link) a.tape", in: world).code == 0)
      #expect(kind(link) == S_IFLNK)
      #expect(text(target).contains("<testsuite "))
    }
    #expect(symlink("a.tape", world.home + "/b.tape") == 0)
    #expect(try ProgramRun("check --format b.tape", in: world).code == 0)
    #expect(kind("b.tape") == S_IFLNK)
    #expect(text("a.tape") == "Expect \"Sign in\"\n")
    #expect(symlink("nowhere.tape", world.home + "/c.tape") == 0)
    #expect(try ProgramRun("record c.tape", in: world).output.contains("is there already"))
    #expect(kind("c.tape") == S_IFLNK)
  }

  @Test("keeps the rights of the one it replaces, and replaces none that nobody is to write")
  func rights() throws {
    try world.put("old", at: "kept.xml")
    #expect(chmod(world.home + "/kept.xml", 0o640) == 0)
    try world.put("mine", at: "kept.xml.part")
    #expect(try ProgramRun("play --junit kept.xml a.tape", in: world).code == 0)
    #expect(facts("kept.xml")?.st_mode == S_IFREG | 0o640)
    #expect(text("kept.xml.part") == "mine")
    try world.put("old", at: "closed.xml")
    #expect(chmod(world.home + "/closed.xml", 0o444) == 0)
    let run = try ProgramRun("play --junit closed.xml a.tape", in: world)
    #expect(run.code == 65 && run.output.contains("closed.xml: Permission denied"), "\(run.output)")
    #expect(text("closed.xml") == "old")
  }

  private func text(_ name: String) -> String {
    TextFile.read(world.home + "/" + name).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private func facts(_ name: String) -> stat? {
    var facts = stat()
    return lstat(world.home + "/" + name, &facts) == 0 ? facts : nil
  }

  private func kind(_ name: String) -> mode_t? { facts(name).map { $0.st_mode & S_IFMT } }
}
