import Strings

/// What no tape can bring about, by reason: the practice store a tape plays on has neither a real tenant nor a disk that
/// fails, and a tape leads one terminal from inside. Each group names where it is proven instead.
enum BeyondTapes {
  /// As the coverage names them: kind and name.
  static var names: [String] {
    let groups: [[String]] = [
      realTenant, brokenNetwork, brokenDisk, otherProcesses, clocks, brokenProvider, limitsOfTheServer, damage,
      headOffice, posOperations, starts, plain, emptyStores,
    ]
    return groups.flatMap { $0 }
      .map { name in
        let errors = ["refusal.", "storage.", "trouble.", "limit."]
        let kind = name.hasPrefix("reason.") ? "reason" : errors.contains { name.hasPrefix($0) } ? "error" : "text"
        return "\(kind) \(name)"
      }
  }

  /// Only where the store is a real one: WorkspaceTests (start page, browser page, F2).
  static let realTenant = [
    "browser.elsewhere", "browser.step-open", "phone.only-practice", "role.communications", "role.regional-manager",
    "role.unknown", "standing.no-profile", "start.hint",
  ]

  /// What a network does below HTTP: CloudNetworkTests and the sign-in page's own tests.
  static let brokenNetwork = [
    "empty.not-trusted", "next.not-trusted", "refusal.name-not-resolved", "refusal.not-trusted", "refusal.proxy-failed",
    "refusal.redirected", "standing.not-trusted", "truth.not-trusted",
  ]

  /// A disk that is full, fails, or was written to by somebody else: TaskStorageTests and the kill proof.
  static let brokenDisk = [
    "edit.disk-failed", "edit.disk-full", "pin.not-set", "receipt.failed", "receipt.tasks-left", "receipt.tokens-left",
    "storage.copy-changed", "storage.disk-full", "storage.outbox-changed", "storage.set-aside",
    "storage.set-aside-empty",
    "trouble.file-changed",
  ]

  /// A second start, a request from outside, a browser's own page: InstancesTests, BrowserSignInTests, ShellAfterwardsTests.
  static let otherProcesses = [
    "instance.locked", "instance.nobody", "instance.none", "instance.offer", "instance.running", "instance.silent",
    "instance.unusable", "locked.from-outside", "loopback.accepted", "loopback.accepted.title", "loopback.missing",
    "loopback.missing.title", "loopback.not-ours", "loopback.not-ours.title", "loopback.spent", "loopback.spent.title",
  ]

  /// A stop, a moved clock, twelve hours without a break: LockTriggerTests.
  static let clocks = ["locked.by-clock", "locked.by-limit", "locked.by-resume", "standing.clock"]

  /// Answers the practice cloud never gives: MicrosoftCloudTests and the words' own tests.
  static let brokenProvider = [
    "next.sign-in-again", "refusal.answer-spent", "refusal.app-misconfigured", "refusal.identity-not-proven",
    "refusal.password-wrong", "refusal.scope-invalid", "refusal.tenant-unknown", "refusal.unknown",
    "refusal.wrong-person", "refusal.wrong-tenant",
  ]

  /// Limits of Planner that take hundreds of tasks or people: PracticeCloudTests and DecisionTests.
  static let limitsOfTheServer = [
    "limit.active", "limit.assigned", "limit.assignees", "limit.created", "limit.tasks", "trouble.limit",
  ]

  /// Changes of the server that nobody can ask the practice world for: TaskSyncTests, DecisionTests.
  static let damage = [
    "decision.alike", "decision.alike-mine", "decision.alike-theirs", "decision.item-gone",
    "detail.completed", "detail.made", "edit.details-unknown", "edit.list-gone", "edit.not-signed-in",
    "format.thousands",
    "history.other", "language.name", "note.reading", "receipt.sealed-for-owner",
    "standing.list-trouble",
    "day.yesterday", "discard.more", "empty.team-unclear", "override.not-cleared", "trouble.gate", "format.day-in-full",
    "news.off", "note.too-long",
    "trouble.alike", "trouble.forbidden", "trouble.list-gone", "trouble.malformed", "value.no-bucket",
  ]

  /// What head office locks, and links into the point of sale.
  static let headOffice = [
    "detail.locked", "edit.locked", "link.at-pos", "link.named-operation", "link.operation",
    "reason.locked", "trouble.locked",
  ]

  /// A terminal started as a kiosk, a scan that reads on, a practice cloud that refuses: WorkspaceTests, and the tests of scans
  /// and of the practice commands.
  static let starts = [
    "kiosk.stays", "practice.only", "practice.refused", "practice.unreachable", "reason.kiosk", "scan.reading",
  ]

  /// Lines of `--plain`, which has no screen: TerminalPlainTests.
  static let plain: [String] = Words.english.keys.filter { $0.hasPrefix("plain.") }.sorted()

  /// Names of operations at the point of sale, which stand in links alone: WorkspaceTests.
  static let posOperations: [String] = Words.english.keys.filter { $0.hasPrefix("operation.") }.sorted()

  /// Stores without team, plans or tasks.
  static let emptyStores = [
    "empty.list", "empty.list-trouble", "empty.no-lists", "empty.no-plans", "empty.nothing-overdue", "empty.sign-in",
    "empty.store-done", "empty.throttled", "notice.no-buckets",
  ]
}
