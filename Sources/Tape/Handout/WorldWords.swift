import Strings

/// What happens beside the person at the terminal, in a sentence for a handout.
struct WorldWords {
  /// The words of the person who reads it.
  let words: Words

  /// The sentence; nil for a step that changes nothing in the world.
  func sentence(_ step: TapeStep) -> String? {
    switch step {
    case .fault(let trouble): sentence(trouble)
    case .remote(let edit): sentence(edit)
    case .account(let change, let who): words(change.phrase, ["who": plain(who)])
    case .refuse(let number, let who): words(.refuse, ["who": plain(who), "number": String(number)])
    case .limit(let bound, let number): words(bound.phrase, ["n": String(number)])
    case .reset: words(.reset)
    case .app(let change): words(change.phrase)
    case .headquarters(let order): words(.headquarters, ["order": plain(order)])
    case .machine(let event): sentence(event)
    case .expire: words(.codeExpires)
    default: nil
    }
  }

  private func sentence(_ trouble: CloudTrouble) -> String {
    let what = ["what": words(trouble.kind.phrase)]
    return trouble.count.map { words.counted(.once, $0, what) } ?? words(.always, what)
  }

  private func sentence(_ edit: RemoteEdit) -> String {
    words(edit.phrase, ["task": plain(edit.task), "value": edit.spelling.value.map(plain) ?? ""])
  }

  private func sentence(_ event: MachineEvent) -> String {
    switch event {
    case .stopped(let time): words(.stopped, ["time": TapeDuration.spell(time)])
    case .clock(let time): words(.clockAhead, ["time": TapeDuration.spell(time)])
    case .lock: words(.lockAsked)
    case .trouble(let trouble): words(trouble.phrase)
    }
  }

  private func plain(_ text: TapeText) -> String { text.resolved([:]) }
}

extension CloudTrouble.Kind {
  fileprivate var phrase: HandoutPhrase {
    switch self {
    case .none: .troubleOver
    case .offline: .offline
    case .throttle: .throttle
    case .unavailable: .unavailable
    case .gateway: .gateway
    case .timeout: .timeout
    case .truncate: .truncate
    case .garbage: .garbage
    case .latency: .latency
    case .conflict: .conflict
    case .challenge: .challenge
    case .skew: .skew
    }
  }
}

extension RemoteEdit {
  fileprivate var phrase: HandoutPhrase {
    switch change {
    case .complete: .remoteComplete
    case .reopen: .remoteReopen
    case .begin: .remoteBegin
    case .rename: .remoteRename
    case .note: .remoteNote
    case .due: .remoteDue
    case .check: .remoteCheck
    case .uncheck: .remoteUncheck
    case .remove: .remoteRemove
    case .label: .remoteLabel
    case .copy: .remoteCopy
    case .assign: .remoteAssign
    case .unassign: .remoteUnassign
    case .delete: .remoteDelete
    case .deleteList: .remoteDeleteList
    }
  }
}

extension AccountSwitch {
  fileprivate var phrase: HandoutPhrase {
    switch self {
    case .revoke: .accountRevoke
    case .disable: .accountDisable
    case .enable: .accountEnable
    case .block: .accountBlock
    case .lock: .accountLock
    case .challenge: .accountChallenge
    case .foreign: .accountForeign
    case .forge: .accountForge
    case .swap: .accountSwap
    case .leaveTeam: .accountLeaveTeam
    case .requireMFA: .accountRequireMFA
    case .expirePassword: .accountExpirePassword
    case .requireConsent: .accountRequireConsent
    case .blockDeviceFlow: .accountBlockDeviceFlow
    }
  }
}

extension AppSwitch {
  fileprivate var phrase: HandoutPhrase {
    switch self {
    case .register: .appRegister
    case .unregister: .appUnregister
    case .allowPublicClient: .appAllowPublicClient
    case .forbidPublicClient: .appForbidPublicClient
    }
  }
}

extension PlannerBound {
  fileprivate var phrase: HandoutPhrase {
    switch self {
    case .activeTasks: .boundActiveTasks
    case .tasks: .boundTasks
    case .assigned: .boundAssigned
    case .created: .boundCreated
    case .assignees: .boundAssignees
    case .items: .boundItems
    case .links: .boundLinks
    }
  }
}

extension MachineEvent.Trouble {
  fileprivate var phrase: HandoutPhrase {
    switch self {
    case .fine: .fine
    case .diskFull: .diskFull
    case .diskFails: .diskFails
    case .copyStays: .copyStays
    case .tokenStays: .tokenStays
    case .copyAltered: .copyAltered
    case .changesAltered: .changesAltered
    case .copyDamaged: .copyDamaged
    case .copyEmptied: .copyEmptied
    case .keyChanged: .keyChanged
    case .fileUnusable: .fileUnusable
    case .filesRemoved: .filesRemoved
    case .nameUnknown: .nameUnknown
    case .notTrusted: .notTrusted
    case .proxyRefuses: .proxyRefuses
    case .redirected: .redirected
    case .cutOff: .cutOff
    }
  }
}
