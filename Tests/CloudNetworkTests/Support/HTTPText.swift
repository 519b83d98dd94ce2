/// HTTP/1.1 answers as they look on the wire.
enum HTTPText {
  static func answer(_ status: String = "200 OK", headers: String = "", body: [UInt8] = []) -> [UInt8] {
    Array("HTTP/1.1 \(status)\r\n\(headers)Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}
