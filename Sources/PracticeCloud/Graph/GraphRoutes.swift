import HTTPTypes

extension World {
  /// Answers one Graph request.
  mutating func graph(_ call: GraphCall) -> GraphReply { GraphReply(status: .notFound) }
}
