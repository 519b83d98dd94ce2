import Glibc
import PracticeCloud
import Strings

extension Examination {
  /// The settings in force and the cloud they choose, nil where a fault is in the way, and what there is to say of both.
  func settings() -> (settings: Settings?, cloud: Start.Cloud?, findings: [Finding]) {
    let settings: Settings
    do throws(SettingsFault) {
      settings = try SettingsSources.load(file: options.config, environment: environment)
    } catch {
      return (nil, nil, [fault(error.line(words))])
    }
    do throws(CloudChoiceFault) {
      let cloud = try Start.Cloud.chosen(
        practice: options.practice, practiceAt: options.practiceAt, settings: settings)
      if case .tenant(let tenant) = cloud, tenant.tenant.isEmpty || tenant.clientID.isEmpty {
        return (settings, nil, [fault(words(.doctorCloudIncomplete))])
      }
      let fact = place + " " + words(.doctorCloud, ["cloud": name(cloud)])
      return (settings, cloud, [Finding(subject: .settings, verdict: .ok, fact: fact)])
    } catch {
      switch error {
      case .practiceForbidden: return (settings, nil, [fault(words(.practiceForbidden))])
      case .unknownScenario(let name):
        return (settings, nil, [fault(words(.doctorScenarioUnknown, ["scenario": name]))])
      case .readyFileUnusable(let path):
        let unreachable = words(.readyFileUnusable, ["place": path])
        return (
          settings, nil,
          [
            Finding(subject: .settings, verdict: .ok, fact: place),
            Finding(subject: .network, verdict: .fail, fact: unreachable),
          ]
        )
      }
    }
  }

  private func fault(_ fact: String) -> Finding { Finding(subject: .settings, verdict: .fail, fact: fact) }

  /// The file settings come from, or where one was looked for.
  private var place: String {
    let places = options.config.map { [$0] } ?? SettingsSources.usualPlaces(environment)
    if let found = places.first(where: { access($0, F_OK) == 0 }) { return words(.doctorSettings, ["place": found]) }
    return words(.doctorSettingsNone, ["places": places.joined(separator: ", ")])
  }

  private func name(_ cloud: Start.Cloud) -> String {
    switch cloud {
    case .embedded(let scenario): words(.doctorCloudEmbedded, ["scenario": scenario])
    case .served(let ready): words(.doctorCloudServed, ["place": ready.authority])
    case .tenant(let tenant): words(.doctorCloudTenant, ["tenant": tenant.tenant, "place": tenant.authority])
    }
  }
}
