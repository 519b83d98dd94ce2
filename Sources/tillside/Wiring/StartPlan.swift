import CloudNetwork
import CloudWire
import PracticeCloud
import SessionCore
import StoreModel
import TaskStorage
import TaskSync
import TillAssembly

extension Start {
  /// What the office opens after the first frame.
  func plan(clock: any StoreClock) -> TillOffice.Plan {
    let policy = SessionPolicy(
      idle: .seconds(settings.session.idleMinutes * 60), warning: .seconds(settings.session.warnSeconds),
      absolute: .seconds(settings.session.absoluteHours * 3600))
    let store = settings.terminal.store
    let register = settings.terminal.register
    let cloud = cloud
    let folder = folder
    return TillOffice.Plan(
      policy: policy, sync: SyncSettings(poll: .seconds(settings.pollSeconds)),
      storage: { SQLiteTaskStore(folder: folder) },
      open: {
        switch cloud {
        case .embedded(let scenario):
          guard let world = try? Scenario.load(named: scenario) else { return nil }
          let practice = PracticeCloud(
            scenario: world, clock: clock, seed: .random(in: .min ... .max), base: "https://practice.tillside.example",
            keepsTokens: false)
          return await .embedded(practice, store: store, register: register)
        case .served(let ready):
          guard
            let transport = try? NetworkTransport(NetworkSettings(userAgent: Version.agent, extraAuthority: ready.ca))
          else { return nil }
          return .practice(
            ready.facts, base: ready.authority, transport: transport, store: store, register: register)
        case .tenant(let tenant):
          guard let transport = try? NetworkTransport(tenant.network) else { return nil }
          return CloudDoor(transport: transport, address: CloudDoor.Address(tenant)) { nil }
        }
      })
  }
}

extension CloudDoor.Address {
  init(_ cloud: Settings.Cloud) {
    self.init(
      authority: cloud.authority, tenant: cloud.tenant, clientID: cloud.clientID, graph: cloud.graph,
      domain: cloud.tenant.contains(".") ? cloud.tenant : "")
  }
}

extension Settings.Cloud {
  /// How this tenant is reached.
  var network: NetworkSettings {
    NetworkSettings(userAgent: Version.agent, proxy: proxy, extraAuthority: ca)
  }
}
