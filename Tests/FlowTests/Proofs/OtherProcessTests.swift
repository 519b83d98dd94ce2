import Glibc
import Terminal
import TerminalEmulator
import Testing
import TillsideTesting

/// What another process of the same, ordinary user can do to the running program: nothing but see that it runs.
@Suite struct OtherProcessTests {
  /// `nobody`; tests run as root switch to it, others stay who they are.
  private static let user: UInt32 = geteuid() == 0 ? 65_534 : geteuid()

  @Test(arguments: ["mem", "maps", "environ", "auxv", "fd/0", "root/etc", "cwd/.", "stack"])
  func memoryIsDenied(_ part: String) throws {
    let shell = try OrdinaryUser(Self.user)
    let program = try shell.start()
    #expect(shell.run("head -c 16 /proc/self/\(part == "mem" ? "maps" : "environ") | wc -c").contains("16"))
    let answer = shell.run("head -c 16 /proc/\(program)/\(part) 2>&1 || ls /proc/\(program)/\(part) 2>&1")
    #expect(answer.contains("ermission denied"), "\(part): \(answer)")
  }

  /// What a debugger does first; Perl is part of every Debian.
  @Test func attachingIsDenied() throws {
    let shell = try OrdinaryUser(Self.user)
    let program = try shell.start()
    let call = shell.run("uname -m").contains("aarch64") ? 117 : 101
    let answer = shell.run("perl -e 'print syscall(\(call), 16, \(program), 0, 0) . chr(32) . (0 + \\$!)'")
    #expect(answer == "-1 \(EPERM)", "\(answer)")
  }

  @Test func noCoreFileIsAllowed() throws {
    let shell = try OrdinaryUser(Self.user)
    let program = try shell.start()
    let limits = shell.run("grep 'core file' /proc/\(program)/limits")
    #expect(limits.split(separator: " ").filter { $0 == "0" }.count == 2, "\(limits)")
  }
}

/// The program run by an ordinary user on a pty, and commands of the same user beside it.
private final class OrdinaryUser {
  private let world: ScrubbedWorld
  private let user: UInt32
  private var terminal: PtyTerminal?

  init(_ user: UInt32) throws {
    self.user = user
    world = try ScrubbedWorld()
    // The world was made by whoever runs the tests.
    _ = run("true", as: "chown -R \(user):\(user) \(world.home);")
  }

  /// Starts the program and answers the process that holds tokens: the supervisor's child.
  func start() throws -> Int32 {
    let program = try BuiltProgram.path()
    let command = geteuid() == user ? [program] : prefix + [program]
    let process = try PtyProcess(
      command[0], Array(command.dropFirst()), environment: world.environment, directory: "/", size: .smallest)
    let terminal = try #require(PtyTerminal(process, size: .smallest))
    self.terminal = terminal
    let isThere = terminal.wait(upTo: .seconds(30)) { $0.anyRow(contains: "Sign in") }
    try #require(isThere, "\(terminal.screen.rows)")
    let supervisor = process.id
    let child = run("cat /proc/\(supervisor)/task/\(supervisor)/children").split(separator: " ").first
    return try #require(child.flatMap { Int32($0.filter(\.isNumber)) })
  }

  /// What a shell command of that user says.
  func run(_ command: String) -> String {
    run(command, as: geteuid() == user ? "" : prefix.joined(separator: " ") + " ")
  }

  private var prefix: [String] { ["/usr/bin/setpriv", "--reuid=\(user)", "--regid=\(user)", "--clear-groups"] }

  private func run(_ command: String, as start: String) -> String {
    guard let pipe = popen("\(start)/bin/sh -c \"\(command)\" 2>&1", "re") else { return "" }
    var bytes: [UInt8] = []
    while case let byte = fgetc(pipe), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    pclose(pipe)
    return String(decoding: bytes, as: UTF8.self)
  }
}
