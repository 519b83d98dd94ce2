import CloudWire
import HTTPTypes
public import StoreModel

extension PracticeCloud {
  /// What headquarters gives a terminal to know its store by.
  public func profile(store number: String, register: String) throws(ControlProblem) -> StoreProfile {
    guard let profile = world.profile(store: number, register: register) else {
      throw ControlProblem(
        status: 404, what: "There is no store \(number).", place: "store",
        help: "Stores are: " + world.stores.map(\.number).joined(separator: ", ") + ".")
    }
    return profile
  }

  /// The same for the terminal itself, over the network too: the control interface stays on this machine.
  func terminalProfile(_ exchange: Exchange) -> CloudResponse {
    do throws(ControlProblem) {
      guard exchange.request.method == .get else { throw .wrongMethod(exchange.address.path, "GET") }
      let answer = try lookAtHeadquarters("hq/profile", exchange)
      return CloudResponse(.ok, headers: [.contentType: "application/json"], body: answer.bytes)
    } catch {
      return error.response
    }
  }
}

extension StoreProfile {
  /// As headquarters' control call answers it.
  var json: JSON {
    [
      "storeNumber": .string(storeNumber), "chain": .string(chain), "storeName": .string(storeName),
      "register": .string(register), "teamId": teamID.map(JSON.string) ?? .null,
      "planIds": .array(planIDs.map(JSON.string)),
      "members": .array(
        members.map {
          [
            "user": .string($0.user.rawValue), "username": .string($0.username),
            "displayName": .string($0.displayName), "role": .string($0.role.rawValue),
            "mayManageTasks": .bool($0.mayManageTasks),
          ]
        }),
      "neighbours": .array(
        neighbours.map { ["user": .string($0.user.rawValue), "store": .string($0.storeNumber)] }),
      "isIntegrationOn": .bool(isIntegrationOn),
      "issued": issued.map { .string(WireDate($0).iso) } ?? .null,
    ]
  }
}
