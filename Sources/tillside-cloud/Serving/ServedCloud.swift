import FoundationEssentials
import Glibc
import PracticeCertificates
import PracticeCloud

/// A practice cloud from its start to its stop: certificate, listener, ready file.
struct ServedCloud {
  var host: String
  var name: String
  var port: Int
  var scenario: Scenario
  var seed: UInt64
  var extraTasks: Int
  var compresses: Bool
  var readyPath: String

  /// Serves until a stop signal; calls `announce` with the ready file once everything answers.
  func run(announce: (ReadyFile) -> Void) async throws {
    let signals = StopSignals()
    let stops = signals.stream
    let responder = PracticeResponder(compresses: compresses)
    let authority = try self.authority()
    let (ports, port) = AsyncStream<Int>.makeStream()
    let server = try CloudServer(
      host: host, port: self.port, certificate: try certificate(of: authority), responder: responder,
      ready: { port.yield($0) })
    let running = Task {
      defer { port.finish() }
      try await server.run()
    }
    guard let port = await ports.first(where: { _ in true }) else { return try await running.value }
    let file = try await open(port: port, authority: authority, to: responder)
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

  private func authority() throws -> PracticeAuthority {
    let now = Date()
    do {
      return try PracticeAuthority(
        name: "Tillside practice cloud", validity: now.addingTimeInterval(-3600)..<now.addingTimeInterval(86400 * 90))
    } catch {
      throw CloudFault.certificateNotMade
    }
  }

  private func open(
    port: Int, authority: PracticeAuthority, to responder: PracticeResponder
  ) async throws -> ReadyFile {
    let base = "https://\(name.contains(":") ? "[\(name)]" : name):\(port)"
    let cloud = PracticeCloud(
      scenario: scenario, clock: WallClock(), seed: seed, base: base, keepsTokens: true, extraTasks: extraTasks)
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
