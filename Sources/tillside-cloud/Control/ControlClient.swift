import CloudNetwork
import CloudWire
import HTTPTypes
import PracticeCloud

/// Talks to the control interface of the cloud a ready file describes.
struct ControlClient {
  private let file: ReadyFile
  private let transport: NetworkTransport

  /// Reads the ready file and trusts its certificate.
  init(readyPath: String) throws(CloudFault) {
    do throws(ReadyFileFault) { file = try ReadyFile.read(from: readyPath) } catch {
      throw .readyFile(error, path: readyPath)
    }
    let settings = NetworkSettings(userAgent: "Tillside/" + TillsideCloud.version, extraAuthority: file.ca)
    do throws(NetworkSettingsFault) { transport = try NetworkTransport(settings) } catch {
      throw .authorityUnreadable(path: file.ca)
    }
  }

  /// Whether the cloud a ready file describes still answers; a file left behind is none.
  static func hasAnswer(at readyPath: String) async -> Bool {
    do throws(CloudFault) {
      _ = try await ControlClient(readyPath: readyPath).get("log")
      return true
    } catch {
      if case .refused = error { return true }
      return false
    }
  }

  /// Asks; a call without an answer (204) gives nil.
  func get(_ name: String) async throws(CloudFault) -> JSON? { try await send(.get, name, nil) }

  /// Tells; a call without an answer (204) gives nil.
  func post(_ name: String, _ body: JSON) async throws(CloudFault) -> JSON? { try await send(.post, name, body) }

  private func send(_ method: HTTPRequest.Method, _ name: String, _ body: JSON?) async throws(CloudFault) -> JSON? {
    var request = CloudRequest(method, file.control + "/" + name)
    if let body {
      request.headers[.contentType] = "application/json"
      request.body = body.bytes
    }
    let response: CloudResponse
    do throws(TransportError) { response = try await transport.send(request) } catch {
      throw .unreachable(error, control: file.control)
    }
    await transport.closeConnections()
    let status = response.status.code
    if response.body.isEmpty, status < 300 { return nil }
    guard let answer = try? JSON.parse(response.body) else { throw .answerUnreadable(status: status) }
    guard status < 300 else {
      guard let error = answer["error"], let what = error["what"]?.string else {
        throw .answerUnreadable(status: status)
      }
      let problems = error["problems"]?.array ?? [error]
      throw .refused(status: status, problems.map { CloudFault.Refusal($0, what: what) })
    }
    return answer
  }
}
