public import CloudWire

/// What whoever serves the practice cloud has to do about one request.
public enum PracticeAnswer: Hashable, Sendable {
  /// Send the answer.
  case response(CloudResponse)
  /// Close the connection without answering; the request had no effect.
  case drop
  /// Send head and so many bytes of the body, then close the connection; the request has taken effect.
  case truncated(CloudResponse, Int)
  /// Keep the connection open and say nothing until the client goes away; the request had no effect.
  case hang
}
