import CloudWire
import HTTPTypes
import StoreModel

/// The store profile as practice headquarters gives it out to terminals (`/terminals/v1/profile?store=…`).
enum HeadquartersProfile {
  static func read(
    base: String, store: String, register: String, over transport: any HTTPTransport
  ) async -> StoreProfile? {
    let request = CloudRequest(.get, "\(base)/terminals/v1/profile?store=\(store)&register=\(register)")
    guard let answer = try? await transport.send(request), answer.status == .ok,
      let body = try? JSON.parse(answer.body)
    else { return nil }
    return profile(body)
  }

  /// A profile from its JSON; nil when what makes it one is missing.
  static func profile(_ body: JSON) -> StoreProfile? {
    guard let number = body["storeNumber"]?.string, let register = body["register"]?.string else { return nil }
    return StoreProfile(
      storeNumber: number, chain: body["chain"]?.string ?? "", storeName: body["storeName"]?.string ?? "",
      register: register, teamID: body["teamId"]?.string,
      planIDs: body["planIds"]?.array?.compactMap(\.string) ?? [],
      members: body["members"]?.array?.compactMap(member) ?? [],
      neighbours: body["neighbours"]?.array?.compactMap(neighbour) ?? [],
      isIntegrationOn: body["isIntegrationOn"]?.bool ?? true,
      issued: body["issued"]?.string.flatMap { Timestamp(iso8601: $0) })
  }

  private static func neighbour(_ body: JSON) -> StoreProfile.Neighbour? {
    guard let user = body["user"]?.string, let store = body["store"]?.string else { return nil }
    return StoreProfile.Neighbour(user: UserID(rawValue: user), storeNumber: store)
  }

  private static func member(_ body: JSON) -> StoreProfile.Member? {
    guard let user = body["user"]?.string else { return nil }
    return StoreProfile.Member(
      user: UserID(rawValue: user), username: body["username"]?.string ?? "",
      displayName: body["displayName"]?.string ?? "",
      role: body["role"]?.string.flatMap(WorkerRole.init) ?? .worker,
      mayManageTasks: body["mayManageTasks"]?.bool ?? false)
  }
}
