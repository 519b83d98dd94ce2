import ArgumentParser
import CloudNetwork
import CloudWire
import FoundationEssentials
import PracticeCloud
import SessionCore
import StoreModel
import Strings
import TaskStorage
import TaskSync
import Terminal
import TillAssembly
import Workspace

/// Everything decided before the first frame: settings, folder, theme, calendar, which cloud; nothing is opened yet.
struct Start {
  /// Which cloud this run works with.
  enum Cloud {
    case embedded(scenario: String)
    case served(ReadyFile)
    case tenant(Settings.Cloud)
  }

  let settings: Settings
  /// What everything is said in: the flag's language, else the settings', else the locale's.
  let words: Words
  let theme: Theme
  let calendar: StoreCalendar
  let cloud: Cloud
  let folder: StateFolder
  /// The store profile of the settings; nil where they name none, and for the embedded practice store.
  let profile: StoreProfile?

  /// Reads settings and flags; throws the exit code after one plain line when something is wrong.
  init(_ options: RunOptions, environment: [String: String], words: Words) throws {
    var settings = try Start.settings(options.place.config, environment: environment, words: words)
    if let theme = options.theme { settings.appearance.theme = theme }
    if options.kiosk { settings.isKiosk = true }
    if options.ascii { settings.appearance.isASCII = true }
    guard let theme = Theme(named: settings.appearance.theme) else {
      throw ValidationError(
        "Unknown theme '\(settings.appearance.theme)'; one of: \(Theme.all.map(\.name).joined(separator: ", ")).")
    }
    self.theme = theme
    let words = (options.lang ?? settings.appearance.language).flatMap(Words.init(language:)) ?? words
    self.words = words
    cloud = try Start.cloud(options, settings, words: words)
    if let fault = cloud.networkFault {
      throw leave(cloud.isPractice ? .unavailable : .configuration, fault.line(words))
    }
    profile = try Start.profile(cloud, settings, words: words)
    do throws(StateFolderFault) {
      folder = try StatePlace.open(
        try StatePlace.path(chosen: options.place.state, environment: environment, isPractice: cloud.isPractice))
    } catch {
      throw leave(.configuration, error.line(words))
    }
    calendar = StoreZone.calendar(named: settings.terminal.timeZone, environment: environment)
    self.settings = settings
  }

  private static func settings(_ file: String?, environment: [String: String], words: Words) throws -> Settings {
    do throws(SettingsFault) {
      return try SettingsSources.load(file: file, environment: environment)
    } catch {
      throw leave(.configuration, error.line(words))
    }
  }

  private static func profile(_ cloud: Cloud, _ settings: Settings, words: Words) throws -> StoreProfile? {
    guard cloud.takesProfileFile else { return nil }
    do throws(ProfileFile.Fault) {
      return try ProfileFile.read(settings.terminal)
    } catch {
      tell(error.lines(words).map { "tillside: " + $0 })
      throw ExitCode.configuration
    }
  }

  private static func cloud(_ options: RunOptions, _ settings: Settings, words: Words) throws -> Cloud {
    do throws(CloudChoiceFault) {
      let place = options.place
      return try Cloud.chosen(practice: place.practice, practiceAt: place.practiceAt, settings: settings)
    } catch {
      switch error {
      case .practiceForbidden: throw leave(.configuration, words(.practiceForbidden))
      case .readyFileUnusable(let path): throw leave(.unavailable, words(.readyFileUnusable, ["place": path]))
      case .unknownScenario(let name):
        throw ValidationError("Unknown scenario '\(name)'; one of: \(Scenario.names.joined(separator: ", ")).")
      }
    }
  }

  /// What the header shows before the store profile is read.
  var till: Till {
    var till = Till(
      chain: profile?.chain ?? (cloud.isPractice ? "Contoso" : Till.namelessChain),
      store: profile?.storeNumber ?? settings.terminal.store,
      register: profile?.register ?? settings.terminal.register, isPractice: cloud.isPractice,
      ways: settings.session.signIn.compactMap { SignInWay(rawValue: $0) })
    if case .served = cloud { till.isServed = true }
    till.pullsNews = settings.pollSeconds > 0
    return till
  }
}
