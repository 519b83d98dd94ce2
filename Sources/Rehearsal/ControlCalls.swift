import CloudWire
import HTTPTypes
import Tape
import TillAssembly

/// The control interface of a practice cloud, embedded or served, by the same calls.
struct ControlCalls: Sendable {
  let base: String
  let transport: any HTTPTransport

  /// Sends a call; what the cloud refuses becomes its own sentence.
  @discardableResult
  func post(_ name: String, _ body: JSON.Object) async throws(TapeTrouble) -> JSON? {
    try await send(
      CloudRequest(
        .post, "\(base)/\(name)", headers: [.contentType: "application/json"], body: JSON.object(body).bytes))
  }

  /// Asks; nil where there is no answer.
  func get(_ name: String) async throws(TapeTrouble) -> JSON? { try await send(CloudRequest(.get, "\(base)/\(name)")) }

  private func send(_ request: CloudRequest) async throws(TapeTrouble) -> JSON? {
    let response: CloudResponse
    do { response = try await transport.send(request) } catch {
      throw .refused("the practice cloud does not answer at \(base)")
    }
    let answer = try? JSON.parse(response.body)
    guard response.status.kind == .successful else {
      let error = answer?["error"]
      let sentences = [error?["what"]?.string, error?["help"]?.string].compactMap { $0 }
      throw .refused(
        sentences.isEmpty ? "the practice cloud answered \(response.status.code)" : sentences.joined(separator: " "))
    }
    return answer
  }
}
