import PracticeCloud

/// Why no cloud can be chosen from flags and settings.
enum CloudChoiceFault: Error, Equatable {
  case practiceForbidden
  case readyFileUnusable(path: String)
  case unknownScenario(String)
}

extension Start.Cloud {
  /// The cloud a run works with; a flag for practice goes before the tenant of the settings, where these allow it.
  static func chosen(
    practice: String?, practiceAt: String?, settings: Settings
  ) throws(CloudChoiceFault) -> Start.Cloud {
    if let path = practiceAt {
      guard settings.allowsPractice else { throw .practiceForbidden }
      do {
        return .served(try ReadyFile.read(from: path))
      } catch {
        throw .readyFileUnusable(path: path)
      }
    }
    if let tenant = settings.cloud, practice == nil { return .tenant(tenant) }
    guard settings.allowsPractice || settings.cloud == nil else { throw .practiceForbidden }
    let scenario = practice ?? "contoso-retail"
    guard Scenario.names.contains(scenario) else { throw .unknownScenario(scenario) }
    return .embedded(scenario: scenario)
  }

  /// Whether a profile of the settings counts; the embedded practice store makes its people anew at each start.
  var takesProfileFile: Bool { if case .embedded = self { false } else { true } }

  /// Whether everything in it is practice.
  var isPractice: Bool { if case .tenant = self { false } else { true } }
}
