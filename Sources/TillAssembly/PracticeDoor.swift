public import CloudWire
public import PracticeCloud
import StoreModel

extension CloudDoor {
  /// A door to a practice cloud in the same process.
  public static func embedded(_ cloud: PracticeCloud, store: String, register: String) async -> CloudDoor {
    practice(await cloud.readyFacts, base: cloud.base, transport: cloud, store: store, register: register)
  }

  /// A door to a practice cloud behind a transport.
  ///
  /// - Parameters:
  ///   - base: `https://host[:port]`.
  ///   - control: base address of the control interface, where it is not below `base`.
  public static func practice(
    _ facts: ReadyFacts, base: String, control: String? = nil, transport: any HTTPTransport, store: String,
    register: String
  ) -> CloudDoor {
    let address = Address(
      authority: base, tenant: facts.tenantDomain, clientID: facts.clientID, graph: base + "/v1.0",
      domain: facts.tenantDomain)
    return CloudDoor(
      transport: transport, address: address, control: control ?? base + "/practice/v1", accounts: facts.users
    ) {
      await HeadquartersProfile.read(base: base, store: store, register: register, over: transport)
    }
  }
}
