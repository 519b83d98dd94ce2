import CloudNetwork
import CloudWire
import PracticeCloud
import SessionCore
import StoreModel
import Strings
import TaskStorage
import TaskSync
import TillAssembly

extension Start {
  /// When a session locks by itself.
  var policy: SessionPolicy {
    SessionPolicy(
      idle: .seconds(settings.session.idleMinutes * 60), warning: .seconds(settings.session.warnSeconds),
      absolute: .seconds(settings.session.absoluteHours * 3600))
  }

  /// What the office opens after the first frame.
  ///
  /// - Parameter seed: in practice, where ids and codes come from; nil for other ones each time.
  func plan(clock: any StoreClock, seed: UInt64?) -> TillOffice.Plan {
    let store = settings.terminal.store
    let register = settings.terminal.register
    let cloud = cloud
    let folder = folder
    let profile = profile
    let words = words
    var plan = TillOffice.Plan(
      policy: policy, sync: SyncSettings(poll: .seconds(settings.pollSeconds)), secretsAlive: { Secret.alive },
      audit: SystemLog.write,
      storage: { SQLiteTaskStore(folder: folder) },
      open: {
        let door = try? await cloud.door(
          store: store, register: register, profile: profile, clock: clock, seed: seed)
        guard var door else { return nil }
        door.redirects = cloud.redirects(words)
        return door
      })
    if let seed {
      let ids = RepeatableIDs(seed: seed)
      plan.makeRequestID = { ids.next() }
      plan.randomBytes = { ids.bytes($0) }
    }
    return plan
  }
}

extension Start.Cloud {
  /// What is wrong with the way to this cloud, as far as this machine can tell.
  var networkFault: NetworkSettingsFault? {
    let network: NetworkSettings
    switch self {
    case .embedded: return nil
    case .served(let ready): network = NetworkSettings(userAgent: Version.agent, extraAuthority: ready.ca)
    case .tenant(let tenant): network = tenant.network
    }
    do throws(NetworkSettingsFault) {
      try network.check()
      return nil
    } catch {
      return error
    }
  }

  /// Where a browser brings its answer; no real browser reaches a cloud inside this program.
  func redirects(_ words: Words) -> (any RedirectReceiver)? {
    if case .embedded = self { nil } else { LoopbackReceiver(words: words) }
  }

  /// Opens the door to the cloud; over a network nothing is sent yet. Nil when the embedded world cannot be read.
  ///
  /// - Parameters:
  ///   - profile: the store profile of the settings, which goes before headquarters'.
  ///   - seed: where an embedded world's ids and codes come from; nil for other ones each time.
  ///   - limit: the longest a single exchange may take; nil for the usual limits.
  func door(
    store: String, register: String, profile: StoreProfile?, clock: any StoreClock, seed: UInt64? = nil,
    limit: Duration? = nil
  ) async throws(NetworkSettingsFault) -> CloudDoor? {
    switch self {
    case .embedded(let scenario):
      guard let world = try? Scenario.load(named: scenario) else { return nil }
      let practice = PracticeCloud(
        scenario: world, clock: clock, seed: seed ?? .random(in: .min ... .max),
        base: "https://practice.tillside.example",
        keepsTokens: false)
      return await .embedded(practice, store: store, register: register)
    case .served(let ready):
      var network = NetworkSettings(userAgent: Version.agent, extraAuthority: ready.ca)
      if let limit { network.exchangeTimeout = limit }
      var door = CloudDoor.practice(
        ready.facts, base: ready.authority, control: ready.control, transport: try NetworkTransport(network),
        store: store, register: register)
      if let profile { door.profile = { profile } }
      door.overrideTransport = try NetworkTransport(network)
      return door
    case .tenant(let tenant):
      var network = tenant.network
      if let limit { network.exchangeTimeout = limit }
      var door = CloudDoor(transport: try NetworkTransport(network), address: CloudDoor.Address(tenant)) { profile }
      door.overrideTransport = try NetworkTransport(network)
      return door
    }
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
