import ArgumentParser
import CSupervisor
import FoundationEssentials
import Glibc
import Instances
import StoreModel
import Strings
import TaskStorage
import TaskSync

/// `tillside purge`: an administrator removes what is kept for absent workers, after reading how much that is.
struct PurgeVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge",
    abstract: "Remove what this terminal keeps for absent workers, after saying how much.",
    discussion: """
      Unsent changes are kept for their owner and go out when that worker signs in here again. What is purged is gone: \
      nobody can send it any more. Without --yes it asks first; where nobody can answer it only says how much there is. \
      Ends with 75 while somebody uses this terminal.
      """)

  @Flag(help: "Remove without asking.") var yes = false
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Only of workers whose last unsent change is at least so old.", valueName: "days"))
  var olderThan: Int?
  @Flag(help: "What practice has left, instead of the tenant's.") var practice = false
  @Option(help: ArgumentHelp("State folder.", valueName: "dir")) var state: String?

  func validate() throws {
    if let olderThan, !(0...3650).contains(olderThan) { throw ValidationError("--older-than: 0 to 3650 days.") }
  }

  func run() throws {
    csupervisor_keep()
    let environment = ProcessInfo.processInfo.environment
    let words = Words.spoken(in: environment)
    let path: String
    let folder: StateFolder
    do throws(StateFolderFault) {
      path = try StatePlace.path(chosen: state, environment: environment, isPractice: practice)
      guard access(path, F_OK) == 0 else { return print(words(.purgeNothingIn, ["path": path])) }
      folder = try StateFolder(path)
      try folder.examine()
    } catch {
      throw leave(.configuration, error.line(words))
    }
    // Held until the end, so that nobody starts in between.
    var locks: [InstanceLock] = []
    for place in InstancePlace.all(in: path) {
      do throws(InstanceFault) {
        locks.append(try InstanceLock(place))
      } catch {
        throw leave(.temporaryFailure, error.line(place, words))
      }
    }
    let store = SQLiteTaskStore(folder: folder)
    let now = WallClock().now().wall
    let moment = olderThan.map { now.advanced(by: .seconds(-86_400 * $0)) }
    let kept = try ask(words) { () async throws(StoreFault) in try await store.keptForAbsent(before: moment) }
    print(kept.line(now: now, words))
    guard !kept.isEmpty else { return }
    if !yes {
      guard isatty(STDIN_FILENO) == 1 else { return print(words(.purgeSayYes)) }
      print(words(.purgeAsk, ["yes": words(.purgeYes)]))
      guard readLine() == words(.purgeYes) else { return print(words(.purgeNotRemoved)) }
    }
    let left = try ask(words) { () async throws(StoreFault) in try await store.purge(before: moment) }
    withExtendedLifetime(locks) {}
    guard left.isEmpty else {
      throw leave(.unavailable, words(.purgeLeft, ["left": left.line(now: now, words)]))
    }
    print(words(.purgeRemoved))
  }

  private func ask(
    _ words: Words, _ work: @escaping @Sendable () async throws(StoreFault) -> KeptForAbsent
  ) throws -> KeptForAbsent {
    let outcome = waitFor { () async -> Result<KeptForAbsent, StoreFault> in
      do throws(StoreFault) { return .success(try await work()) } catch { return .failure(error) }
    }
    switch outcome {
    case .success(let kept): return kept
    case .failure(.diskFull): throw leave(.unavailable, words(.purgeDiskFull))
    case .failure: throw leave(.unavailable, words(.purgeUnreadable))
    }
  }
}

extension KeptForAbsent {
  /// How much, in one line.
  fileprivate func line(now: Timestamp, _ words: Words) -> String {
    guard !isEmpty else { return words(.purgeNothing) }
    var parts = [
      "changes": words.counted(CommandLinePhrase.purgeChanges, changes),
      "workers": words.counted(CommandLinePhrase.purgeWorkers, workers),
    ]
    var line = words(.purgeKept, parts)
    if let oldest {
      let days = Int(max(0, oldest.duration(to: now).components.seconds / 86_400))
      parts["age"] = words.counted(CommandLinePhrase.purgeDays, days)
      line = words(.purgeKeptOldest, parts)
    }
    if copies > 0 { line += " " + words.counted(CommandLinePhrase.purgeCopies, copies) }
    return damagedFiles > 0 ? line + " " + words.counted(CommandLinePhrase.purgeDamaged, damagedFiles) : line
  }
}
