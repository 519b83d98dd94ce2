import CloudNetwork
import PracticeCloud
import Rehearsal
import TillsideTesting

extension AppHarness.Served {
  /// A served cloud, reached over real HTTPS; an answer gets as long as a busy machine may need.
  init(_ cloud: ServedCloud) throws {
    var settings = NetworkSettings(userAgent: "Tillside/test", extraAuthority: cloud.ready.ca)
    settings.connectTimeout = .seconds(60)
    settings.exchangeTimeout = .seconds(60)
    let transport = try NetworkTransport(settings)
    self.init(ServedPractice(cloud.ready, transport: transport), readyPath: cloud.readyPath)
  }
}
