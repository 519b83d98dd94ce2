import CGzip
import CloudWire
import HTTPTypes

/// Compresses answers for clients that ask for gzip, as Graph does.
enum AnswerCompression {
  /// Shorter bodies grow, or hardly shrink.
  private static let worthwhile = 512

  /// The answer, compressed where the request takes gzip and it is worth it.
  static func compressed(_ response: CloudResponse, for request: HTTPRequest) -> CloudResponse {
    guard accepts(request.headerFields[.acceptEncoding] ?? ""), response.body.count >= worthwhile else {
      return response
    }
    let body = [UInt8](unsafeUninitializedCapacity: tillside_gzip_bound(response.body.count)) { out, count in
      count = response.body.withUnsafeBufferPointer { bytes in
        tillside_gzip(bytes.baseAddress, bytes.count, out.baseAddress, out.count)
      }
    }
    guard !body.isEmpty else { return response }
    var response = response
    response.body = body
    response.headers[.contentEncoding] = "gzip"
    return response
  }

  /// Whether a client takes gzip (RFC 9110 §12.5.3); `q=0` refuses it.
  private static func accepts(_ header: String) -> Bool {
    header.lowercased().split(separator: ",").contains { coding in
      let parts = coding.split(separator: ";").map { $0.filter { $0 != " " } }
      return parts.first == "gzip"
        && !parts.dropFirst().contains { $0.hasPrefix("q=0") && !$0.contains { "1"..."9" ~= $0 } }
    }
  }
}
