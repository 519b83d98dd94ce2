import ArgumentParser
import FoundationEssentials
import Strings

/// Whether this terminal's settings let the practice store be opened: tapes and demos stand on it.
enum PracticeRule {
  /// Ends with 78 where practice is forbidden or the settings are broken.
  static func mustAllow() throws {
    let words = Words.english
    let settings: Settings
    do throws(SettingsFault) {
      settings = try SettingsSources.load(file: nil, environment: ProcessInfo.processInfo.environment)
    } catch {
      throw leave(.configuration, error.line(words))
    }
    guard settings.allowsPractice else { throw leave(.configuration, words(.practiceForbidden)) }
  }
}
