import CloudWire
import HTTPTypes
import StoreModel
import TaskSync

extension GraphClient {
  /// Details of several tasks in one `$batch` (GDC `json-batching.md`): at most 20, answered in any order.
  ///
  /// A part that asks to wait speaks for the whole host; any other part that fails is left out and asked for again later.
  func details(of tasks: [TaskID]) async -> ServerReply {
    let parts = tasks.prefix(20).enumerated().map { number, task -> JSON in
      [
        "id": .string(String(number)), "method": "GET",
        "url": .string("/planner/tasks/\(escaped(task.rawValue))/details"),
      ]
    }
    switch await exchange(sending(.post, "/$batch", ["requests": .array(parts)]), isWrite: false) {
    case .failure(let reply): return reply
    case .success(let response):
      let date = GraphBody.date(response)
      guard let answers = (try? JSON.parse(response.body))?["responses"]?.array else {
        return ServerReply(.failed(.unreadable), date: date)
      }
      if let waiting = answers.first(where: { $0["status"]?.int == 429 }) {
        return ServerReply(.failed(.throttled(wait: wait(waiting["headers"]))), date: date)
      }
      let details = answers.filter { $0["status"]?.int == 200 }.compactMap {
        $0["body"].flatMap(DetailsReader.details)
      }
      return ServerReply(.detailsOf(details), date: date)
    }
  }

  private func wait(_ headers: JSON?) -> Duration? {
    let field = headers?.object?.members.first { $0.name.lowercased() == "retry-after" }?.value
    guard let text = field?.string ?? field?.int.map(String.init) else { return nil }
    return CloudResponse(.tooManyRequests, headers: [.retryAfter: text]).retryAfter(
      wall: clock.now().wall.seconds)
  }
}
