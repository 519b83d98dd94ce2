/// What no tape can bring about, by reason: the practice store a tape plays on has no real tenant behind it, its cloud does
/// what the documentation says. Each group names where it is proven instead.
enum BeyondTapes {
  /// As the coverage names them: kind and name.
  static var names: [String] {
    let groups: [[String]] = [
      realTenant, strangeProvider, strangeServer, limitsOfPlanner, races, proofsThatFail, otherClocks,
    ]
    return groups.flatMap { $0 }
      .map { name in
        let errors = ["refusal.", "storage.", "trouble.", "limit."]
        let kind = name.hasPrefix("reason.") ? "reason" : errors.contains { name.hasPrefix($0) } ? "error" : "text"
        return "\(kind) \(name)"
      }
  }

  /// Only where the store is a real one, which a tape refuses: WorkspaceTests (start page, browser page, practice commands).
  static let realTenant = [
    "browser.elsewhere", "browser.step-open", "phone.only-practice", "practice.only", "practice.unreachable",
    "start.hint",
  ]

  /// Answers to requests a rightly set up terminal never makes, or that prove nothing: MicrosoftCloudTests, SignInPageTests.
  static let strangeProvider = [
    "next.sign-in-again", "refusal.app-misconfigured", "refusal.identity-not-proven", "refusal.password-wrong",
    "refusal.scope-invalid", "refusal.tenant-unknown", "refusal.unknown", "refusal.wrong-person",
    "refusal.wrong-tenant",
  ]

  /// What Graph may leave out or take away and the practice cloud never does: lists that vanish, tasks without a maker or a
  /// bucket, a member who loses the team but not the session, two answers lost at once. TaskSyncTests, DecisionTests.
  static let strangeServer = [
    "decision.alike", "decision.alike-mine", "decision.alike-theirs", "decision.item-gone", "detail.completed",
    "detail.made", "edit.list-gone", "empty.team-unclear", "history.other", "notice.no-buckets", "trouble.alike",
    "trouble.forbidden", "trouble.list-gone", "value.no-bucket",
  ]

  /// Limits that take hundreds of tasks or people: PracticeCloudTests and DecisionTests.
  static let limitsOfPlanner = [
    "limit.active", "limit.assigned", "limit.assignees", "limit.created", "limit.tasks", "trouble.limit",
  ]

  /// A change that meets a lock, a loss or an end between key and disk, which a play's one thread never lets happen:
  /// TaskSyncTests walk every interleaving.
  static let races = ["edit.details-unknown", "edit.locked", "edit.not-signed-in"]

  /// A token that is still there after it was wiped, and a receipt without its owner's name: SessionCoreTests, and the
  /// receipt's own tests.
  static let proofsThatFail = ["override.not-cleared", "receipt.sealed-for-owner", "receipt.tokens-left"]

  /// A server whose clock is another one than the terminal's; a tape moves both: TaskSyncTests.
  static let otherClocks = ["standing.clock"]
}
