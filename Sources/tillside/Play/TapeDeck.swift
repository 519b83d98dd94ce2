import ArgumentParser
import CloudNetwork
import PracticeCloud
import Rehearsal
import Tape

/// What tapes are played on: in memory or on a pty, over embedded practice clouds or one that is served.
struct TapeDeck {
  /// Where the program runs.
  enum Terminal: String, ExpressibleByArgument, CaseIterable {
    case headless, pty
  }

  /// Whose time a program on a pty has.
  enum Time: String, ExpressibleByArgument, CaseIterable {
    case real, virtual
  }

  let terminal: Terminal
  let time: Time
  let updatesScreens: Bool
  private let served: ServedPractice?
  private let readyFile: String?

  init(_ terminal: Terminal, time: Time, practiceAt: String?, updatesScreens: Bool) throws {
    self.terminal = terminal
    self.time = terminal == .headless ? .virtual : time
    self.updatesScreens = updatesScreens
    readyFile = practiceAt
    served = try practiceAt.map(TapeDeck.served)
  }

  /// Plays a tape; nil when it went through.
  func play(_ program: TapeProgram) throws -> TapeFailure? {
    try prepare(program.start)
    switch terminal {
    case .headless:
      do throws(RehearsalError) { return play(program, on: try Rehearsal.stage(program.start, served: served)) } catch {
        throw leave(.unavailable, "no stage for this tape: \(error)")
      }
    case .pty:
      let home = try TemporaryHome()
      defer { withExtendedLifetime(home) {} }
      do throws(RehearsalError) {
        let stage = try Rehearsal.ptyStage(
          program.start, program: "/proc/self/exe", environment: home.environment, directory: home.path,
          readyFile: readyFile, time: time == .real ? .real : .virtual)
        return play(program, on: stage)
      } catch {
        throw leave(.unavailable, "the program cannot be started on a pty: \(error)")
      }
    }
  }

  /// Lets a served cloud go on as it was found, its world as the last tape left it.
  func finish() {
    guard let served else { return }
    _ = waitFor { try? await served.end() }
  }

  private func prepare(_ start: TapeStart) throws {
    guard let served else { return }
    let isStanding = time == .virtual
    let trouble = waitFor { () async -> TapeTrouble? in
      do throws(TapeTrouble) { try await served.begin(start, standing: isStanding) } catch { return error }
      return nil
    }
    if let trouble { throw leave(.unavailable, trouble.sentence) }
  }

  private func play(_ program: TapeProgram, on stage: any TapeStage) -> TapeFailure? {
    let folder = TapeFiles.screenFolder(of: program.file)
    let shelf = GoldenShelf(
      isUpdating: updatesScreens,
      read: { name in TapeFiles.read(folder + name).map { String(decoding: $0, as: UTF8.self) } },
      write: { name, text in
        try? TapeFiles.write(text, to: folder + name)
        return folder + name
      })
    var player = TapePlayer(program, on: stage, goldens: shelf)
    do throws(TapeFailure) { try player.play() } catch { return error }
    return nil
  }

  private static func served(_ path: String) throws -> ServedPractice {
    do {
      let ready = try ReadyFile.read(from: path)
      let settings = NetworkSettings(userAgent: Version.agent, extraAuthority: ready.ca)
      return ServedPractice(ready, transport: try NetworkTransport(settings))
    } catch {
      throw leave(.unavailable, "\(path): no practice cloud answers to this ready file")
    }
  }
}
