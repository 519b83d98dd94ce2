import ArgumentParser
import Glibc
import Instances
import SessionCore
import Strings
import TaskStorage

/// This process as the one running terminal of its state folder and register.
struct OnlyInstance {
  /// Where others ask from outside.
  let socket: ControlSocket
  private let lock: InstanceLock

  /// Takes the place. Where another runs, the worker may lock that one and nothing else; then this one ends.
  init(_ start: Start, _ words: Words) throws {
    let place = start.instance
    do throws(InstanceFault) {
      lock = try InstanceLock(place)
      socket = try ControlSocket(place)
    } catch {
      guard case .alreadyRunning(let other) = error else { throw leave(.configuration, error.line(place, words)) }
      throw OnlyInstance.offerLock(of: other, at: place, words)
    }
  }

  /// Hands requests from outside over, as long as the process lives.
  func listen(_ words: Words, _ receive: @escaping @Sendable (OutsideRequest) -> Void) throws {
    do throws(InstanceFault) {
      try socket.listen(receive)
    } catch {
      throw leave(.unavailable, words(.terminalMissing))
    }
  }

  private static func offerLock(of other: RunningInstance, at place: InstancePlace, _ words: Words) -> ExitCode {
    let running = words(.instanceRunning, ["register": place.register, "process": String(other.process)])
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return leave(.temporaryFailure, running) }
    print(running)
    print(words(.instanceOffer))
    guard let typed = readLine(), typed.isEmpty else { return .temporaryFailure }
    do throws(InstanceFault) {
      let answer = try ControlCall.ask(.lock, at: place)
      print(words(answer.outcome == .locked ? .instanceLocked : .instanceNobody))
      return .success
    } catch {
      return leave(.temporaryFailure, error.line(place, words))
    }
  }
}

extension Start {
  /// The place of this run's register.
  var instance: InstancePlace { InstancePlace(folder: folder.path, register: settings.terminal.register) }
}

extension InstanceFault {
  /// One line: what is wrong, where.
  func line(_ place: InstancePlace, _ words: Words) -> String {
    switch self {
    case .alreadyRunning(let other):
      words(.instanceRunning, ["register": place.register, "process": String(other.process)])
    case .unusable(let path, ENOSPC), .unusable(let path, EDQUOT): words(.stateFull, ["place": path])
    case .unusable(let path, let errno):
      words(.instanceUnusable, ["place": path, "reason": String(cString: strerror(errno))])
    case .nobodyThere: words(.instanceNone, ["register": place.register])
    case .noAnswer: words(.instanceSilent, ["register": place.register])
    }
  }
}
