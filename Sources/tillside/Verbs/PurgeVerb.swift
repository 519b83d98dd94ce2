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
  @Option(help: ArgumentHelp("Only of workers whose last unsent change is at least so old.", valueName: "days"))
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
    let path = StatePlace.path(chosen: state, environment: environment, isPractice: practice)
    guard access(path, F_OK) == 0 else { return print("Nothing is kept in \(path).") }
    let folder: StateFolder
    do throws(StateFolderFault) {
      folder = try StateFolder(path)
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
    let kept = try ask { () async throws(StoreFault) in try await store.keptForAbsent(before: moment) }
    print(kept.line(now: now))
    guard !kept.isEmpty else { return }
    if !yes {
      guard isatty(STDIN_FILENO) == 1 else { return print("Nothing was removed. With --yes it is removed for good.") }
      print("Remove it for good? Nobody can send these changes afterwards. Type yes.")
      guard readLine() == "yes" else { return print("Nothing was removed.") }
    }
    let left = try ask { () async throws(StoreFault) in try await store.purge(before: moment) }
    withExtendedLifetime(locks) {}
    guard left.isEmpty else {
      throw leave(.unavailable, "Not everything could be removed. Still there: \(left.line(now: now))")
    }
    print("Removed. Read back: nothing is left of it.")
  }

  private func ask(
    _ work: @escaping @Sendable () async throws(StoreFault) -> KeptForAbsent
  ) throws -> KeptForAbsent {
    let outcome = waitFor { () async -> Result<KeptForAbsent, StoreFault> in
      do throws(StoreFault) { return .success(try await work()) } catch { return .failure(error) }
    }
    switch outcome {
    case .success(let kept): return kept
    case .failure(.diskFull): throw leave(.unavailable, "The disk is full. Make room, then purge again.")
    case .failure: throw leave(.unavailable, "The files of this terminal could not be read or written.")
    }
  }
}

extension KeptForAbsent {
  /// How much, in one line.
  fileprivate func line(now: Timestamp) -> String {
    guard !isEmpty else { return "Nothing is kept for absent workers." }
    let changes = changes == 1 ? "1 change not sent" : "\(changes) changes not sent"
    let workers = workers == 1 ? "1 worker" : "\(workers) workers"
    var line = "Kept for absent workers: \(changes) of \(workers)"
    if let oldest { line += ", the oldest \(max(0, oldest.duration(to: now).components.seconds / 86_400)) days old" }
    if damagedFiles > 0 { line += "; damaged files set aside: \(damagedFiles)" }
    return line + "."
  }
}
