import HTTPTypes
import NIOHTTP1

extension HTTPHeaders {
  /// The fields as they go on the wire, names as written.
  init(_ fields: HTTPFields) {
    self.init(fields.map { ($0.name.rawName, $0.value) })
  }

  /// Adds a field unless the caller did.
  mutating func fill(_ name: String, _ value: @autoclosure () -> String) {
    if !contains(name: name) { add(name: name, value: value()) }
  }
}

extension HTTPFields {
  /// The fields of an answer whose body was decompressed; a name that is no token (RFC 9110 §5.1) is left out.
  init(_ headers: HTTPHeaders) {
    self.init()
    reserveCapacity(headers.count)
    for (name, value) in headers {
      guard let name = HTTPField.Name(name), name != .contentEncoding else { continue }
      append(HTTPField(name: name, value: value))
    }
  }
}
