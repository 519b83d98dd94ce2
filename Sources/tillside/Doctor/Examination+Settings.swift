import PracticeCloud
import Strings

extension Examination {
  /// The settings in force and the cloud they choose, nil where a fault is in the way, and what there is to say of both.
  func settings() -> (settings: Settings?, cloud: Start.Cloud?, findings: [Finding]) {
    let settings: Settings
    let file: String?
    do throws(SettingsFault) {
      file = try SettingsSources.place(options.config, environment)
      settings = try SettingsSources.load(file: options.config, environment: environment)
    } catch {
      return (nil, nil, [fault(error.line(words))])
    }
    do throws(CloudChoiceFault) {
      let cloud = try Start.Cloud.chosen(
        practice: options.practice, practiceAt: options.practiceAt, settings: settings)
      if case .tenant = cloud, let wrong = cloud.networkFault { return (settings, nil, [fault(wrong.line(words))]) }
      let fact = place(file) + " " + words(.doctorCloud, ["cloud": name(cloud)])
      if let open = file.flatMap(SettingsOwner.openToOthers) {
        return (
          settings, cloud,
          [
            Finding(
              subject: .settings, verdict: .warn, fact: fact + " " + words(.doctorSettingsOpen, ["place": open]),
              advice: words(.doctorSettingsOpenAdvice, ["place": open]))
          ]
        )
      }
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
            Finding(subject: .settings, verdict: .ok, fact: place(file)),
            Finding(subject: .network, verdict: .fail, fact: unreachable),
          ]
        )
      }
    }
  }

  private func fault(_ fact: String) -> Finding { Finding(subject: .settings, verdict: .fail, fact: fact) }

  /// The file settings come from, or where one was looked for.
  private func place(_ file: String?) -> String {
    if let file { return words(.doctorSettings, ["place": file]) }
    let places = SettingsSources.usualPlaces(environment).joined(separator: ", ")
    return words(.doctorSettingsNone, ["places": places])
  }

  private func name(_ cloud: Start.Cloud) -> String {
    switch cloud {
    case .embedded(let scenario): words(.doctorCloudEmbedded, ["scenario": scenario])
    case .served(let ready): words(.doctorCloudServed, ["place": ready.authority])
    case .tenant(let tenant): words(.doctorCloudTenant, ["tenant": tenant.tenant, "place": tenant.authority])
    }
  }
}
