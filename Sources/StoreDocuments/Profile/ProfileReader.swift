import StoreModel
import Yams

/// Reads a store profile from the nodes of its YAML; every fault is noted, and reading goes on.
struct ProfileReader {
  let terminal: ProfileDocument.Terminal
  private(set) var faults: [DocumentFault] = []
  /// Lines at which accounts were named first.
  private var accountLines: [String: Int] = [:]

  init(terminal: ProfileDocument.Terminal) { self.terminal = terminal }

  private static let keys = [
    "store", "register", "chain", "name", "team", "plans", "integration", "issued", "accounts", "otherStores",
  ]

  /// The profile; nil when what makes it one is missing, and whole only without faults.
  mutating func profile(_ root: Node) -> StoreProfile? {
    guard let map = MapReader(root, at: "", keys: Self.keys, &faults) else { return nil }
    let store = map.required("store", .storeNumber, &faults) { $0.isStoreNumber ? $0 : nil }
    compare("store", store, terminal.store, at: map.place("store"))
    let register = map.optional("register", .text, &faults, Self.text)
    compare("register", register, terminal.register, at: map.place("register"))
    let chain = map.optional("chain", .text, &faults, Self.text)
    let name = map.optional("name", .text, &faults, Self.text)
    let team = map.optional("team", .guid, &faults, Self.guid)
    let plans = map.list("plans", &faults).compactMap { plan($0) }
    let isOn = map.optional("integration", .onOff, &faults) { $0.flag }
    let issued = map.optional("issued", .moment, &faults) { Timestamp(iso8601: $0) }
    let members = map.list("accounts", &faults).compactMap { member($0) }
    let neighbours = map.list("otherStores", &faults).compactMap { neighbour($0) }
    guard let store else { return nil }
    return StoreProfile(
      storeNumber: store, chain: chain ?? "", storeName: name ?? "", register: register ?? terminal.register ?? "",
      teamID: team, planIDs: plans, members: members, neighbours: neighbours, isIntegrationOn: isOn ?? true,
      issued: issued)
  }

  private mutating func compare(_ key: String, _ value: String?, _ setting: String?, at place: DocumentFault.Place) {
    guard let value, let setting, value != setting else { return }
    faults.append(DocumentFault(place, .contradicts(key: key, value: value, setting: setting)))
  }

  private mutating func plan(_ node: Node) -> String? {
    if let text = node.scalar?.string, !text.isEmpty, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
      return text
    }
    let kind = DocumentFault.Kind.wrongValue(key: "plans", value: node.scalar?.string ?? "", expected: .text)
    faults.append(DocumentFault(node.place, kind))
    return nil
  }

  private mutating func member(_ node: Node) -> StoreProfile.Member? {
    let keys = ["user", "username", "name", "role", "manageTasks"]
    guard let map = MapReader(node, at: "accounts", keys: keys, &faults) else { return nil }
    let user = account(map)
    let username = map.required("username", .text, &faults, Self.text)
    let name = map.optional("name", .text, &faults, Self.text)
    let role = map.required("role", .role, &faults) { WorkerRole(written: $0) }
    let mayManage = map.optional("manageTasks", .flag, &faults) { $0.flag }
    guard let user, let username, let role else { return nil }
    return StoreProfile.Member(
      user: user, username: username, displayName: name ?? username, role: role, mayManageTasks: mayManage ?? false)
  }

  private mutating func neighbour(_ node: Node) -> StoreProfile.Neighbour? {
    guard let map = MapReader(node, at: "otherStores", keys: ["user", "store"], &faults) else { return nil }
    let user = account(map)
    let store = map.required("store", .storeNumber, &faults) { $0.isStoreNumber ? $0 : nil }
    guard let user, let store else { return nil }
    return StoreProfile.Neighbour(user: user, storeNumber: store)
  }

  /// An object id that is named for the first time.
  private mutating func account(_ map: MapReader) -> UserID? {
    guard let user = map.required("user", .guid, &faults, Self.guid) else { return nil }
    guard case .line(let line, _) = map.place("user") else { return UserID(rawValue: user) }
    if let first = accountLines[user] {
      faults.append(DocumentFault(map.place("user"), .again(user, first: first)))
      return nil
    }
    accountLines[user] = line
    return UserID(rawValue: user)
  }

  private static func text(_ text: String) -> String? { text.isEmpty ? nil : text }

  private static func guid(_ text: String) -> String? { text.isGUID ? text.lowercased() : nil }
}
