import CloudWire

/// Where in a scenario file a mistake stands, counted from 1; columns in bytes.
public struct ScenarioPlace: Hashable, Sendable {
  public var line: Int
  public var column: Int

  /// The place of a mistake in the file it was found in; nil where the error has none, or it lies in what is extended.
  ///
  /// A field that is missing stands where its object begins.
  public init?(of error: ScenarioError, in bytes: [UInt8], name: String) {
    if case .unreadable(_, let line, let column) = error {
      (self.line, self.column) = (line, column)
      return
    }
    guard let at = error.at, let document = try? JSON.parse(bytes),
      let whole = try? Scenario.extended(document, name: name),
      let path = Self.path(at, in: document, of: whole),
      let found = bytes.withUnsafeBufferPointer({ buffer in
        var scanner = JSONScanner(buffer)
        return Self.offset(of: path[...], &scanner)
      })
    else { return nil }
    let offset = found + bytes[found...].prefix { [0x20, 0x09, 0x0A, 0x0D].contains($0) }.count
    let before = bytes.prefix(offset)
    line = before.count { $0 == 0x0A } + 1
    column = offset - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
  }

  /// A step of a path: a member's name or an element's index.
  private enum Step: Hashable {
    case member(String)
    case element(Int)
  }

  /// `staff[3].role` as steps of the file itself, whose lists may be shorter than those of the whole.
  private static func path(_ text: String, in document: JSON, of whole: JSON) -> [Step]? {
    var steps: [Step] = []
    for part in text.split(separator: ".") {
      let pieces = part.split(separator: "[")
      steps.append(.member(String(pieces[0])))
      for piece in pieces.dropFirst() { steps.append(.element(Int(piece.dropLast()) ?? 0)) }
    }
    guard steps.count > 1, case .member(let list) = steps[0], case .element(let index) = steps[1],
      let key = Scenario.keys[list], document["extends"] != nil
    else { return steps }
    guard let elements = whole[list]?.array, elements.indices.contains(index),
      let own = document[list]?.array?.firstIndex(where: { $0[key] == elements[index][key] })
    else { return nil }
    steps[1] = .element(own)
    return steps
  }

  /// The offset of what a path leads to, as deep as it goes.
  private static func offset(of path: ArraySlice<Step>, _ scanner: inout JSONScanner) -> Int? {
    let here = scanner.offset
    var found: Int?
    switch path.first {
    case .member(let wanted)?:
      _ = try? scanner.object { scanner, name throws(JSONFault) in
        guard found == nil, name.text == wanted else { return try scanner.skip() }
        let place = name.offset
        found = path.count == 1 ? place : offset(of: path.dropFirst(), &scanner) ?? place
        if path.count == 1 { try scanner.skip() }
      }
    case .element(let wanted)?:
      var index = 0
      _ = try? scanner.array { scanner throws(JSONFault) in
        defer { index += 1 }
        guard index == wanted else { return try scanner.skip() }
        found = offset(of: path.dropFirst(), &scanner)
      }
    case nil:
      try? scanner.skip()
    }
    return found ?? here
  }
}

extension ScenarioError {
  /// The path of what is wrong; nil for errors that concern no part of the file.
  var at: String? {
    switch self {
    case .unknown, .unreadable: nil
    case .unknownFormat: "format"
    case .missing(_, let at), .wrongKind(_, let at, _), .unknownField(_, let at, _), .badValue(_, let at, _, _),
      .unresolved(_, let at, _), .duplicate(_, let at, _):
      at
    }
  }
}
