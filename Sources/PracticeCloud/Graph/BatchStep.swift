import CloudWire
import HTTPTypes

/// One request of a batch.
struct BatchStep: Sendable {
  static let limit = 20

  /// As the client wrote it; ids differ whatever their case.
  var id: String
  var method: HTTPRequest.Method
  var address: PracticeAddress
  var headers: HTTPFields = [:]
  var body: [UInt8] = []
  /// Keys of requests that have to succeed first.
  var dependsOn: [String] = []

  var key: String { id.lowercased() }

  /// Reads a batch; properties it does not know are passed over.
  static func read(_ call: GraphCall) throws(GraphFault) -> [BatchStep] {
    guard let body = try? JSON.parse(call.body) else { throw .unreadableBody }
    guard let requests = body["requests"]?.array, !requests.isEmpty else {
      throw malformed("Invalid batch payload format.")
    }
    guard requests.count <= limit else {
      throw malformed("Number of batch request steps exceeds the maximum value of \(limit).")
    }
    var steps: [BatchStep] = []
    for request in requests {
      let step = try BatchStep(request, base: call.base)
      guard !steps.contains(where: { $0.key == step.key }) else {
        throw malformed("Request Id has to be unique in a batch.")
      }
      for wanted in step.dependsOn where !steps.contains(where: { $0.key == wanted }) {
        throw malformed("Request '\(step.id)' depends on '\(wanted)', which does not stand before it in the batch.")
      }
      steps.append(step)
    }
    return steps
  }

  private static func malformed(_ message: String) -> GraphFault { GraphFault(.badRequest, "BadRequest", message) }

  private init(_ request: JSON, base: String) throws(GraphFault) {
    guard let id = request["id"]?.string, !id.isEmpty, let url = request["url"]?.string,
      let word = request["method"]?.string, let method = HTTPRequest.Method(rawValue: word.uppercased())
    else { throw Self.malformed("Each request of a batch needs an id, a method and a url.") }
    self.id = id
    self.method = method
    address = PracticeAddress(url: try Self.relative(url, base: base))
    for member in request["headers"]?.object?.members ?? [] {
      guard let name = HTTPField.Name(member.name), let value = member.value.string else { continue }
      headers[name] = value
    }
    if let body = request["body"] {
      guard headers[.contentType] != nil else {
        throw Self.malformed("Request '\(id)' has a body but no Content-Type header.")
      }
      self.body = body.bytes
    }
    dependsOn = (request["dependsOn"]?.array ?? []).compactMap { $0.string?.lowercased() }
  }

  /// Addresses are relative to the version; clients also send whole ones of this host.
  private static func relative(_ url: String, base: String) throws(GraphFault) -> String {
    guard url.contains("://") else { return url.hasPrefix("/") ? url : "/" + url }
    guard url.lowercased().hasPrefix(base.lowercased() + "/") else {
      throw malformed("The url '\(url)' is not one of this service.")
    }
    return String(url.dropFirst(base.count))
  }
}
