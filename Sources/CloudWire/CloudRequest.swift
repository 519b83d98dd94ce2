public import HTTPTypes

/// One HTTP request as a value: nothing is sent until a transport takes it.
public struct CloudRequest: Hashable, Sendable {
  /// The method.
  public var method: HTTPRequest.Method
  /// The whole address, `https://host[:port]/path?query`.
  public var url: String
  /// The header fields, without `Host` and `Content-Length`, which the transport adds.
  public var headers: HTTPFields
  /// The body's bytes; empty for none.
  public var body: [UInt8]

  /// A request to an absolute address.
  public init(_ method: HTTPRequest.Method, _ url: String, headers: HTTPFields = [:], body: [UInt8] = []) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }
}

/// One HTTP answer as a value.
public struct CloudResponse: Hashable, Sendable {
  /// The status.
  public var status: HTTPResponse.Status
  /// The header fields.
  public var headers: HTTPFields
  /// The body's bytes, already decompressed.
  public var body: [UInt8]

  /// An answer.
  public init(_ status: HTTPResponse.Status, headers: HTTPFields = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
