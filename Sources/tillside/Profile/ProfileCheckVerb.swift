import ArgumentParser
import FoundationEssentials
import StoreModel
import Strings
import Terminal

/// `tillside profile check`: reads store profiles and says everything that is wrong with them.
struct ProfileCheckVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Read store profiles; report everything that is wrong, with line and column.",
    discussion: "Ends with 65 when a profile is wrong or cannot be read.")

  @Argument(help: "Store profiles.") var files: [String]

  func run() throws {
    let words = Words.spoken(in: ProcessInfo.processInfo.environment)
    var isWrong = false
    for path in files {
      do throws(ProfileFile.Fault) {
        let profile = try ProfileFile.read(path)
        let facts = [
          "place": path, "store": profile.storeTitle,
          "team": profile.teamID ?? words(.profileNoTeam), "n": String(profile.members.count),
        ]
        print(SafeText(words(.profileGood, facts)).text)
      } catch {
        tell(error.lines(words))
        isWrong = true
      }
    }
    if isWrong { throw ExitCode.dataWrong }
  }
}
