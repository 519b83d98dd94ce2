import StoreModel

/// Version of the form in which a place is sealed. The first three had one note, in their own order of its parts, and from
/// the second on one line; only the third had what was there before, of the note.
private let version: UInt8 = 4

extension Place {
  /// The place in bytes, to be sealed.
  public var bytes: [UInt8] {
    var bytes = [version, UInt8(tab.rawValue), isTaskOpen ? 1 : 0, 0] + PlaceBytes.number(drafts.count)
    for text in [person.tenant, person.object, openList?.rawValue, task?.rawValue] { bytes += PlaceBytes.text(text) }
    for draft in drafts { bytes += PlaceBytes.draft(draft) + PlaceBytes.text(draft.before) }
    return bytes
  }

  /// The place that was sealed; nil when the bytes are none, or of a later version.
  public init?(bytes: [UInt8]) {
    var rest = bytes[...]
    guard bytes.count >= 8, (1...version).contains(bytes[0]), let tab = TaskTab(rawValue: Int(bytes[1])) else {
      return nil
    }
    rest = rest.dropFirst(4)
    guard let number = PlaceBytes.number(&rest), let tenant = PlaceBytes.text(&rest),
      let object = PlaceBytes.text(&rest), let openList = PlaceBytes.text(&rest), let task = PlaceBytes.text(&rest),
      let tenant, let object
    else { return nil }
    self.init(
      person: PersonID(tenant: tenant, object: object), tab: tab, openList: openList.map { ListID(rawValue: $0) },
      task: task.map { TaskID(rawValue: $0) }, isTaskOpen: bytes[2] == 1)
    let found =
      bytes[0] < version
      ? PlaceBytes.olderDrafts(&rest, version: bytes[0], purpose: bytes[3], cursor: number)
      : PlaceBytes.drafts(&rest, count: number)
    guard let found, rest.isEmpty else { return nil }
    drafts = found
  }
}

/// Texts with their length in front; a missing one has the length -1.
private enum PlaceBytes {
  static func number(_ value: Int) -> [UInt8] {
    withUnsafeBytes(of: Int32(clamping: value).littleEndian) { Array($0) }
  }

  static func text(_ text: String?) -> [UInt8] {
    guard let text else { return number(-1) }
    return number(text.utf8.count) + Array(text.utf8)
  }

  /// A draft without what was there before.
  static func draft(_ draft: Draft) -> [UInt8] {
    let texts = [draft.task?.rawValue, draft.list?.rawValue, draft.part, draft.text].flatMap { text($0) }
    return [draft.purpose.rawValue] + number(draft.cursor) + texts
  }

  /// So many drafts; nil means broken bytes.
  static func drafts(_ rest: inout ArraySlice<UInt8>, count: Int) -> [Draft]? {
    guard count >= 0 else { return nil }
    var drafts: [Draft] = []
    for _ in 0..<count {
      guard let found = draft(&rest), var found, let before = text(&rest) else { return nil }
      found.before = before
      drafts.append(found)
    }
    return drafts
  }

  /// The note and the line of an older form, whose parts begin before these bytes; nil means broken bytes.
  static func olderDrafts(
    _ rest: inout ArraySlice<UInt8>, version: UInt8, purpose: UInt8, cursor: Int
  ) -> [Draft]? {
    guard let task = text(&rest), let body = text(&rest) else { return nil }
    var note: Draft?
    if let purpose = Draft.Purpose(rawValue: purpose), let body {
      note = Draft(purpose, task: task.map { TaskID(rawValue: $0) }, text: body, cursor: min(cursor, body.count))
    }
    var line: Draft?
    if version > 1 {
      guard let found = draft(&rest) else { return nil }
      line = found
    }
    if version > 2 {
      guard let before = text(&rest) else { return nil }
      note?.before = before
    }
    return [note, line].compactMap(\.self)
  }

  /// The outer nil means broken bytes, the inner one a draft that was missing in an older form.
  static func draft(_ rest: inout ArraySlice<UInt8>) -> Draft?? {
    guard let purpose = rest.popFirst(), let cursor = number(&rest), let task = text(&rest), let list = text(&rest),
      let part = text(&rest), let text = text(&rest)
    else { return nil }
    guard let purpose = Draft.Purpose(rawValue: purpose), let text else { return .some(nil) }
    return Draft(
      purpose, task: task.map { TaskID(rawValue: $0) }, list: list.map { ListID(rawValue: $0) }, part: part, text: text,
      cursor: min(cursor, text.count))
  }

  static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
    guard rest.count >= 4 else { return nil }
    let value = rest.prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    rest = rest.dropFirst(4)
    return Int(Int32(bitPattern: value))
  }

  /// The outer nil means broken bytes, the inner one a text that was missing.
  static func text(_ rest: inout ArraySlice<UInt8>) -> String?? {
    guard let count = number(&rest) else { return nil }
    if count == -1 { return .some(nil) }
    guard count >= 0, count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return String(decoding: rest.prefix(count), as: UTF8.self)
  }
}
