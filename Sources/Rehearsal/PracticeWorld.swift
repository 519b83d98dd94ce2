import PracticeCloud
import Tape

/// The practice cloud as a tape asks things of it.
struct PracticeWorld: TapeWorld {
  let cloud: PracticeCloud
  /// Number of the store the terminal stands in.
  let store: String

  func accountToSignIn(for approver: String) async throws(TapeTrouble) -> String? {
    guard await cloud.openCodes.isEmpty else { return nil }
    return try await user(approver).username
  }

  func carryOut(_ request: WorldRequest) async throws(TapeTrouble) {
    switch request {
    case .approve(let approver): try await approve(as: user(approver).username)
    case .trouble(let trouble): try await cloud.inject(trouble)
    case .edit(let edit): try await change(edit)
    }
  }

  private func approve(as username: String) async throws(TapeTrouble) {
    guard let code = await cloud.openCodes.last else { throw .refused("no sign-in is pending") }
    do { try await cloud.approve(userCode: code, as: username) } catch { throw .refused(error.what) }
  }

  /// A colleague does it: the store's manager, who sees every task of the store's team.
  private func change(_ edit: RemoteEdit) async throws(TapeTrouble) {
    let colleague = try await user("manager").username
    do { _ = try await cloud.remote(RemoteChanges(edit), task: edit.task.resolved([:]), as: colleague) } catch {
      throw .refused(error.what)
    }
  }

  /// Somebody by role (the first of this store, else of all), sign-in name with or without the domain, or name.
  private func user(_ wanted: String) async throws(TapeTrouble) -> ReadyFacts.User {
    let users = await cloud.readyFacts.users
    let here = users.filter { $0.store == store } + users.filter { $0.store != store }
    let name = wanted.lowercased()
    let found =
      here.first { $0.role == name }
      ?? here.first { $0.username == name || $0.username.hasPrefix(name + "@") || $0.displayName.lowercased() == name }
    guard let found else { throw .refused("nobody in the practice store is called \(wanted)") }
    return found
  }
}

extension PracticeCloud {
  fileprivate func inject(_ trouble: CloudTrouble) throws(TapeTrouble) {
    guard trouble.kind != .none else { return clearFaults() }
    guard let kind = Fault.Kind(rawValue: trouble.kind.rawValue) else { throw .impossible }
    inject(
      Fault(
        kind, match: trouble.match?.resolved([:]) ?? "", count: trouble.count,
        seconds: trouble.duration.map { Int($0.components.seconds) }))
  }
}

extension RemoteChanges {
  /// The changes a tape's edit stands for.
  init(_ edit: RemoteEdit) {
    self.init()
    switch edit.change {
    case .complete: percentComplete = 100
    case .begin: percentComplete = 50
    case .reopen: percentComplete = 0
    case .rename(let text): title = text.resolved([:])
    case .note(let text): note = text.resolved([:])
    case .due(let text): due = .at(text.resolved([:]))
    case .check(let text): check = Check(item: text.resolved([:]), isChecked: true)
    case .uncheck(let text): check = Check(item: text.resolved([:]), isChecked: false)
    case .assign(let text): assign = text.resolved([:])
    case .unassign(let text): unassign = text.resolved([:])
    case .delete: delete = true
    }
  }
}
