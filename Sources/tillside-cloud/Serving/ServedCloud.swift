import FoundationEssentials
import Glibc
import HummingbirdCore
import PracticeCertificates
import PracticeCloud
import StoreModel

/// A practice cloud from its start to its stop: certificate, listener, ready file.
struct ServedCloud {
  var host: String
  var name: String
  var port: Int
  var wish: WorldKeeper.Wish
  /// Where the world is kept; nil for one that ends with the server.
  var statePath: String?
  var compresses: Bool
  var readyPath: String

  /// Serves until a stop signal; calls `announce` with the ready file once everything answers.
  ///
  /// - Parameter bare: answers in place of the practice cloud, for measurements.
  func run(answering bare: HTTPChannelHandler.Responder? = nil, announce: (ReadyFile) -> Void) async throws {
    let signals = StopSignals()
    let stops = signals.stream
    // Before anything listens: a world that cannot be kept is not served.
    let keeper = try statePath.map { path throws(CloudFault) in try open(state: path) }
    defer { keeper?.close() }
    let responder = PracticeResponder(compresses: compresses)
    let authority = try self.authority()
    let (ports, port) = AsyncStream<Int>.makeStream()
    let server = try CloudServer(
      host: host, port: self.port, certificate: try certificate(of: authority),
      responder: bare ?? { try await responder.respond($0, $1, $2) },
      ready: { port.yield($0) })
    let running = Task {
      defer { port.finish() }
      try await server.run()
    }
    guard let port = await ports.first(where: { _ in true }) else { return try await running.value }
    let file = try await open(port: port, keeper: keeper, authority: authority, to: responder)
    announce(file)
    let stopping = Task {
      for await _ in stops { break }
      guard !Task.isCancelled else { return }
      file.remove(from: readyPath)
      await stop(server)
    }
    let outcome = await running.result
    stopping.cancel()
    withExtendedLifetime(signals) {}
    try outcome.get()
  }

  private func open(state path: String) throws(CloudFault) -> WorldKeeper {
    do throws(StateFault) {
      return try WorldKeeper(path: path, wish: wish, now: WallClock().now().wall) { fault in
        let line =
          fault.map { CloudFault.state($0).line + " Until it can be, changes are in memory only." }
          ?? "The world is kept again in \(path)."
        let bytes = Array("tillside-cloud: \(line)\n".utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
      }
    } catch {
      throw .state(error)
    }
  }

  /// The certificate names everything this machine may be called by.
  private func certificate(of authority: PracticeAuthority) throws -> ServerCertificate {
    var names = [name, "localhost", "127.0.0.1", "::1"]
    if host != "0.0.0.0", host != "::" { names.append(host) }
    do {
      return try authority.serverCertificate(names: Array(Set(names)).sorted())
    } catch {
      throw CloudFault.certificateNotMade
    }
  }

  /// With a kept world the authority is kept too: terminals that trusted it go on where the cloud does.
  private func authority() throws -> PracticeAuthority {
    let now = Date()
    let place = statePath.map { $0 + ".authority" }
    if let place, let bytes = FileManager.default.contents(atPath: place),
      let kept = PracticeAuthority(kept: String(decoding: bytes, as: UTF8.self), goodAt: now.addingTimeInterval(86400))
    {
      return kept
    }
    let fresh: PracticeAuthority
    do {
      fresh = try PracticeAuthority(
        name: "Tillside practice cloud", validity: now.addingTimeInterval(-3600)..<now.addingTimeInterval(86400 * 90))
    } catch {
      throw CloudFault.certificateNotMade
    }
    if let place {
      do throws(ReadyFileFault) {
        try ReadyFile.write(Array(fresh.kept.utf8), to: place)
      } catch {
        throw CloudFault.readyFile(error, path: place)
      }
    }
    return fresh
  }

  private func open(
    port: Int, keeper: WorldKeeper?, authority: PracticeAuthority, to responder: PracticeResponder
  ) async throws -> ReadyFile {
    let base = "https://\(name.contains(":") ? "[\(name)]" : name):\(port)"
    let cloud =
      if let keeper {
        PracticeCloud(keeper: keeper, clock: WallClock(), base: base, keepsTokens: true)
      } else {
        PracticeCloud(
          scenario: try wish.scenario ?? ScenarioFile.read(Scenario.usual), clock: WallClock(), seed: wish.seed ?? 1,
          base: base, keepsTokens: true, extraTasks: wish.extraTasks ?? 0)
      }
    responder.open(to: cloud)
    let ca = ReadyPlace.authority(beside: readyPath)
    let file = ReadyFile(
      await cloud.readyFacts, base: base, loopback: "https://localhost:\(port)", ca: ca)
    do throws(ReadyFileFault) {
      try ReadyFile.write(Array(authority.certificatePEM.utf8) + [UInt8(ascii: "\n")], to: ca)
      try file.write(to: readyPath)
    } catch {
      throw CloudFault.readyFile(error, path: readyPath)
    }
    return file
  }

  /// Requests in progress get a second; one that hangs on purpose must not keep the server alive.
  private func stop(_ server: CloudServer) async {
    Task {
      try? await Task.sleep(for: .seconds(1))
      exit(0)
    }
    await server.stop()
  }
}
