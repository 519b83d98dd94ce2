import ArgumentParser
import CSupervisor
import FoundationEssentials
import Glibc
import Instances
import SessionCore
import Strings
import TaskStorage

/// `tillside sign-out`: ends the session of the running terminal from outside and prints its receipt.
struct SignOutVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign-out",
    abstract: "End the session on this terminal from outside and print the receipt (for shift-end scripts).",
    discussion: """
      On a terminal it ends the session of this register; without one, of every register of the state folder. \
      Ends with 75 when nothing answers within 5 seconds, with 69 when not everything could be cleared.
      """)

  @Option(help: ArgumentHelp("Settings file.", valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp("State folder.", valueName: "dir"))
  var state: String?

  func run() throws {
    csupervisor_keep()
    let environment = ProcessInfo.processInfo.environment
    let words = Words.spoken(in: environment)
    let settings: Settings
    do throws(SettingsFault) {
      settings = try SettingsSources.load(file: config, environment: environment)
    } catch {
      throw leave(.configuration, error.line(words))
    }
    var answered = 0
    var silent = 0
    var isClear = true
    let places: [InstancePlace]
    do throws(StateFolderFault) {
      places = try self.places(settings.terminal.register, environment)
    } catch {
      throw leave(.configuration, error.line(words))
    }
    for place in places {
      do throws(InstanceFault) {
        let answer = try ControlCall.ask(.signOut, at: place)
        answered += 1
        if answer.outcome == .nobody { print(words(.instanceNobody)) }
        for line in answer.lines { print(line) }
        if answer.outcome == .notCleared { isClear = false }
      } catch {
        if error == .nobodyThere { continue }
        silent += 1
        _ = leave(.temporaryFailure, error.line(place, words))
      }
    }
    if !isClear { throw ExitCode.unavailable }
    if silent > 0 { throw ExitCode.temporaryFailure }
    if answered == 0 {
      throw leave(.temporaryFailure, words(.instanceNone, ["register": settings.terminal.register]))
    }
  }

  /// Where an instance may run: this register, or without a terminal every one; with a real tenant and with practice.
  private func places(
    _ register: String, _ environment: [String: String]
  ) throws(StateFolderFault) -> [InstancePlace] {
    let folders = try [false, true].map { isPractice throws(StateFolderFault) in
      try StatePlace.path(chosen: state, environment: environment, isPractice: isPractice)
    }
    if isatty(STDIN_FILENO) == 1 { return folders.map { InstancePlace(folder: $0, register: register) } }
    return folders.flatMap(InstancePlace.all)
  }
}
