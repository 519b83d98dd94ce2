import CloudNetwork
import PracticeCloud
import Rehearsal
import TillsideTesting

extension AppHarness.Served {
  /// A served cloud, reached over real HTTPS; what hangs on purpose is given up after two seconds.
  init(_ cloud: ServedCloud) throws {
    var settings = NetworkSettings(userAgent: "Tillside/test", extraAuthority: cloud.ready.ca)
    settings.exchangeTimeout = .seconds(2)
    let transport = try NetworkTransport(settings)
    self.init(ServedPractice(cloud.ready, transport: transport), readyPath: cloud.readyPath)
  }
}
