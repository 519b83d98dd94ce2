import CHardening
import Glibc
import Strings
import Workspace

/// Something that keeps tokens and tasks from whoever shall not have them, looked at in this very process and machine.
enum Protection: String, CaseIterable {
  case coreFiles = "core-files"
  case otherProcesses = "other-processes"
  case lockedMemory = "locked-memory"
  case debuggers
  case keystrokes
  case crashPrompt = "crash-prompt"

  /// Whether it is in force.
  var isHeld: Bool {
    switch self {
    case .coreFiles:
      var limit = rlimit(rlim_cur: 1, rlim_max: 1)
      getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
      return limit.rlim_max == 0
    case .otherProcesses: return chardening_is_dumpable() == 0
    case .lockedMemory:
      let page = 4096
      guard let secret = chardening_secret_alloc(page) else { return false }
      defer { chardening_secret_free(secret, page) }
      return chardening_is_locked(secret) == 1
    case .debuggers: return Protection.number(in: Protection.yama).map { $0 > 0 } ?? false
    // Kernels before 6.2 cannot be asked, and allow it.
    case .keystrokes: return Protection.number(in: "/proc/sys/dev/tty/legacy_tiocsti") == 0
    case .crashPrompt: return getenv("SWIFT_BACKTRACE").map { strstr($0, "enable=no") != nil } ?? false
    }
  }

  /// Whether Tillside itself has to hold it; the rest is the machine's, and worth an advice.
  var isOurs: Bool {
    switch self {
    case .coreFiles, .otherProcesses, .crashPrompt: true
    case .lockedMemory, .debuggers, .keystrokes: false
    }
  }

  private static let yama = "/proc/sys/kernel/yama/ptrace_scope"

  /// Whether the kernel can be told who may attach debuggers.
  fileprivate static var hasYama: Bool { access(yama, F_OK) == 0 }

  private static func number(in path: String) -> Int? {
    guard let file = fopen(path, "re") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 32)
    guard fgets(&line, Int32(line.count), file) != nil else { return nil }
    return Int(strtol(line, nil, 10))
  }
}

extension Examination {
  /// Each protection as held or not.
  func protections() -> [Finding] {
    Protection.allCases.map { protection in
      let (held, missing, advice) = protection.phrases
      if protection.isHeld { return Finding(subject: protection.subject, verdict: .ok, fact: words(held)) }
      return Finding(
        subject: protection.subject, verdict: protection.isOurs ? .fail : .warn, fact: words(missing),
        advice: words(advice))
    }
  }
}

extension Examination {
  /// Whether a worker can leave the program by a key.
  func kiosk(_ settings: Settings) -> Finding {
    let count = ["n": String(Kiosk.commands.count)]
    return settings.isKiosk
      ? Finding(subject: .kiosk, verdict: .ok, fact: words(.kioskOn, count))
      : Finding(subject: .kiosk, verdict: .ok, fact: words(.kioskOff))
  }

  /// Whether news rings the bell, on a screen and line by line.
  func bell(_ settings: Settings) -> Finding {
    let fact: CommandLinePhrase =
      switch (settings.notifications.ringsBell, settings.notifications.ringsInLines) {
      case (true, true): .bellOn
      case (true, false): .bellOnScreen
      case (false, true): .bellInPlain
      case (false, false): .bellOff
      }
    return Finding(subject: .bell, verdict: .ok, fact: words(fact))
  }
}

extension Protection {
  fileprivate var subject: Finding.Subject {
    switch self {
    case .coreFiles: .coreFiles
    case .otherProcesses: .otherProcesses
    case .lockedMemory: .lockedMemory
    case .debuggers: .debuggers
    case .keystrokes: .keystrokes
    case .crashPrompt: .crashPrompt
    }
  }

  fileprivate var phrases: (CommandLinePhrase, CommandLinePhrase, CommandLinePhrase) {
    switch self {
    case .coreFiles: (.coreFilesHeld, .coreFilesMissing, .coreFilesAdvice)
    case .otherProcesses: (.otherProcessesHeld, .otherProcessesMissing, .otherProcessesAdvice)
    case .lockedMemory: (.lockedMemoryHeld, .lockedMemoryMissing, .lockedMemoryAdvice)
    case .debuggers: (.debuggersHeld, .debuggersMissing, Protection.hasYama ? .debuggersAdvice : .debuggersNoYama)
    case .keystrokes: (.keystrokesHeld, .keystrokesMissing, .keystrokesAdvice)
    case .crashPrompt: (.crashPromptHeld, .crashPromptMissing, .crashPromptAdvice)
    }
  }
}
