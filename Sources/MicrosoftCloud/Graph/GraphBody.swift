import CloudWire
import HTTPTypes
import StoreModel
import TaskSync

/// Bodies of Graph's answers and of our writes.
enum GraphBody {
  /// One page of a list.
  struct Page<Element: Sendable>: Sendable {
    var elements: [Element] = []
    /// The whole address of the next page, opaque.
    var next: String?
  }

  /// A page of tasks, straight from its bytes; elements that are no tasks are left out.
  static func tasks(_ body: [UInt8]) throws(JSONFault) -> Page<ServerTask> {
    let result = body.withUnsafeBufferPointer { bytes -> Result<Page<ServerTask>, JSONFault> in
      Result { () throws(JSONFault) in
        var page = Page<ServerTask>()
        var reader = TaskReader(bytes: bytes.count)
        var hasValue = false
        var scanner = JSONScanner(bytes)
        let isObject = try scanner.object { scanner, name throws(JSONFault) in
          if name.matches("value") {
            hasValue = try scanner.array { scanner throws(JSONFault) in
              try reader.read(&scanner)
            }
          } else if name.matches("@odata.nextLink") {
            page.next = try scanner.string()
          } else {
            try scanner.skip()
          }
        }
        try scanner.end()
        guard isObject, hasValue else { throw JSONFault(kind: .unexpectedByte, offset: 0) }
        page.elements = reader.finish()
        return page
      }
    }
    return try result.get()
  }

  /// A page of small things, through a tree.
  static func objects(_ body: [UInt8]) throws(JSONFault) -> Page<JSON> {
    let json = try JSON.parse(body)
    guard let elements = json["value"]?.array else { throw JSONFault(kind: .unexpectedByte, offset: 0) }
    return Page(elements: elements, next: json["@odata.nextLink"]?.string)
  }

  /// One task.
  static func task(_ body: [UInt8]) -> ServerAnswer? {
    body.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes)
      var reader = TaskReader(bytes: bytes.count)
      guard (try? reader.read(&scanner)) != nil, (try? scanner.end()) != nil else { return nil }
      return reader.finish().first.map(ServerAnswer.task)
    }
  }

  /// Details.
  static func details(_ body: [UInt8]) -> ServerAnswer? {
    (try? JSON.parse(body)).flatMap(DetailsReader.details).map(ServerAnswer.details)
  }

  static func team(_ json: JSON) -> ServerTeam? {
    json["id"]?.string.map { ServerTeam(id: $0, name: json["displayName"]?.string ?? "") }
  }

  /// The name of the limit that a 403 is about; nil for a lack of permission.
  static func limit(_ body: [UInt8]) -> String? {
    guard let code = (try? JSON.parse(body))?["error"]?["code"]?.string, code.hasPrefix("Maximum") else { return nil }
    return code
  }

  /// The server's clock.
  static func date(_ response: CloudResponse) -> Timestamp? {
    response.date.map { Timestamp(seconds: $0.seconds) }
  }
}
