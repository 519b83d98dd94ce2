import StoreModel

/// Version of the form in which a place is sealed; the first one had no entry, the second nothing of the note before, the
/// third nothing of the title before and no second note or line.
private let version: UInt8 = 4

extension Place {
  /// The place in bytes, to be sealed.
  public var bytes: [UInt8] {
    var bytes = [version, UInt8(tab.rawValue), isTaskOpen ? 1 : 0, draft?.purpose.rawValue ?? 0]
    bytes += PlaceBytes.number(draft?.cursor ?? 0)
    for text in [person.tenant, person.object, openList?.rawValue, task?.rawValue, draft?.task?.rawValue, draft?.text] {
      bytes += PlaceBytes.text(text)
    }
    bytes += PlaceBytes.draft(entry) + PlaceBytes.text(draft?.before) + PlaceBytes.text(entry?.before)
    bytes += PlaceBytes.number(held.count)
    for draft in held { bytes += PlaceBytes.draft(draft) + PlaceBytes.text(draft.before) }
    return bytes
  }

  /// The place that was sealed; nil when the bytes are none, or of a later version.
  public init?(bytes: [UInt8]) {
    var rest = bytes[...]
    guard bytes.count >= 8, (1...version).contains(bytes[0]), let tab = TaskTab(rawValue: Int(bytes[1])) else {
      return nil
    }
    rest = rest.dropFirst(4)
    guard let cursor = PlaceBytes.number(&rest), let tenant = PlaceBytes.text(&rest),
      let object = PlaceBytes.text(&rest),
      let openList = PlaceBytes.text(&rest), let task = PlaceBytes.text(&rest), let about = PlaceBytes.text(&rest),
      let text = PlaceBytes.text(&rest), let tenant, let object
    else { return nil }
    self.init(
      person: PersonID(tenant: tenant, object: object), tab: tab, openList: openList.map { ListID(rawValue: $0) },
      task: task.map { TaskID(rawValue: $0) }, isTaskOpen: bytes[2] == 1)
    if let purpose = Draft.Purpose(rawValue: bytes[3]), let text {
      draft = Draft(purpose, task: about.map { TaskID(rawValue: $0) }, text: text, cursor: min(cursor, text.count))
    }
    if bytes[0] > 1 {
      guard let found = PlaceBytes.draft(&rest) else { return nil }
      entry = found
    }
    if bytes[0] > 2 {
      guard let before = PlaceBytes.text(&rest) else { return nil }
      draft?.before = before
    }
    if bytes[0] > 3 {
      guard let before = PlaceBytes.text(&rest), let count = PlaceBytes.number(&rest), count >= 0 else { return nil }
      entry?.before = before
      for _ in 0..<count {
        guard let found = PlaceBytes.draft(&rest), let before = PlaceBytes.text(&rest) else { return nil }
        guard var found else { continue }
        found.before = before
        held.append(found)
      }
    }
    guard rest.isEmpty else { return nil }
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

  /// A draft without what was there before; a missing one has the purpose 0.
  static func draft(_ draft: Draft?) -> [UInt8] {
    let texts = [draft?.task?.rawValue, draft?.list?.rawValue, draft?.part, draft?.text].flatMap { text($0) }
    return [draft?.purpose.rawValue ?? 0] + number(draft?.cursor ?? 0) + texts
  }

  /// The outer nil means broken bytes, the inner one a draft that was missing.
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
