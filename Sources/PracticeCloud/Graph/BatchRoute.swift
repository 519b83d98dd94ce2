import CloudWire
import HTTPTypes

extension World {
  /// `POST /$batch` (GDC `concepts/json-batching.md`): the requests in their order, each with its own answer.
  mutating func batch(_ call: GraphCall) throws(GraphFault) -> GraphReply {
    guard call.method == .post else { throw .methodNotAllowed }
    let steps = try BatchStep.read(call)
    var succeeded: [String: Bool] = [:]
    var out = ODataWriter()
    out.object { body in
      body.name("responses")
      body.array { list in
        for step in steps {
          let reply = answer(step, of: call, canRun: step.dependsOn.allSatisfy { succeeded[$0] == true })
          succeeded[step.key] = reply.status.kind == .successful
          list.batchAnswer(reply, to: step)
        }
      }
    }
    return GraphReply(status: .ok, headers: [.contentType: "application/json"], body: out.bytes)
  }

  private mutating func answer(_ step: BatchStep, of batch: GraphCall, canRun: Bool) -> GraphReply {
    var call = batch
    call.method = step.method
    call.segments = step.address.segments
    call.query = step.address.query
    call.headers = step.headers
    call.body = step.body
    guard canRun else {
      return GraphFault(.failedDependency, "FailedDependency", "Failed Dependency").reply(to: call)
    }
    guard step.address.segments.first?.lowercased() != "$batch" else {
      return GraphFault.noResource(call.url).reply(to: call)
    }
    let version = PracticeAddress(url: batch.base).path
    if let fault = batchFaults.take(
      method: step.method.rawValue, path: version + step.address.path, of: Fault.inBatch)
    {
      return fault.refusal(of: call)
    }
    return graph(call)
  }
}

extension HTTPResponse.Status {
  /// RFC 4918 §11.4
  fileprivate static let failedDependency = HTTPResponse.Status(code: 424, reasonPhrase: "Failed Dependency")
}

extension ODataWriter {
  fileprivate mutating func batchAnswer(_ reply: GraphReply, to step: BatchStep) {
    object { answer in
      answer.member("id", step.id)
      answer.member("status", reply.status.code)
      answer.member("headers") { headers in
        for field in reply.headers { headers.member(field.name.rawName, field.value) }
      }
      guard !reply.body.isEmpty else { return }
      answer.name("body")
      answer.written(reply.body)
    }
  }
}
