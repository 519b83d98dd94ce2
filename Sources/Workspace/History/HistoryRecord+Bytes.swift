import StoreModel

/// Version of the form in which a record is sealed; before the second there was no number.
private let version: UInt8 = 2

extension HistoryRecord {
  /// The record in bytes, to be sealed; one that is not confirmed is never kept.
  var bytes: [UInt8] {
    let (code, text, number) = deed.parts
    var writer = RecordBytes()
    writer.bytes = [version, code]
    writer.write(at.ticks)
    writer.write(number)
    switch who {
    case .worker: writer.write("w")
    case .named(let name): writer.write("n" + name)
    case .unknown: writer.write("u")
    }
    for text in [register, task.rawValue, title, text] { writer.write(text) }
    writer.write(self.number)
    return writer.bytes
  }

  /// The record that was sealed; nil when the bytes are none, or of a later version.
  init?(bytes: [UInt8]) {
    guard bytes.count > 2, (1...version).contains(bytes[0]) else { return nil }
    var reader = RecordBytes(bytes: Array(bytes.dropFirst(2)))
    guard let ticks = reader.number(), let number = reader.number(), let who = reader.text(),
      let register = reader.text(),
      let task = reader.text(), let title = reader.text(), let text = reader.text(),
      let place = bytes[0] == 1 ? 0 : reader.number(), reader.isAtEnd,
      let who, let task, let title, let deed = Deed(code: bytes[1], text: text, number: number)
    else { return nil }
    self.init(
      at: Timestamp(ticks: ticks), who: who == "w" ? .worker : who == "u" ? .unknown : .named(String(who.dropFirst())),
      register: register, task: TaskID(rawValue: task), title: title, deed: deed,
      number: place)
  }
}

extension Deed {
  /// A code that never changes, a text and a number.
  fileprivate var parts: (UInt8, String?, Int64) {
    switch self {
    case .status(let status): (1, nil, Int64(status.percentComplete))
    case .ticked(let item, let isChecked): (2, item, isChecked ? 1 : 0)
    case .itemAdded(let item): (3, item, 0)
    case .itemRenamed(let item): (4, item, 0)
    case .itemRemoved(let item): (5, item, 0)
    case .itemMoved(let item): (6, item, 0)
    case .note: (7, nil, 0)
    case .title(let title): (8, title, 0)
    case .due(let moment): (9, moment.map { _ in "" }, moment?.ticks ?? 0)
    case .start(let moment): (10, moment.map { _ in "" }, moment?.ticks ?? 0)
    case .priority(let number): (11, nil, Int64(number))
    case .bucket(let name): (12, name, 0)
    case .assigned(let name): (13, name, 0)
    case .unassigned(let name): (14, name, 0)
    case .label(let name, let applies): (15, name, applies ? 1 : 0)
    case .created: (16, nil, 0)
    case .deleted: (17, nil, 0)
    case .people(let names): (18, names, 0)
    case .checklist(let done, let all): (19, nil, Int64(done) << 32 | Int64(all))
    case .other: (20, nil, 0)
    case .allowed(let command, let name): (21, command + "\n" + name, 0)
    }
  }

  fileprivate init?(code: UInt8, text: String?, number: Int64) {
    switch (code, text) {
    case (1, _): self = .status(TaskStatus(percentComplete: Int(clamping: number)))
    case (2, let item?): self = .ticked(item: item, isChecked: number == 1)
    case (3, let item?): self = .itemAdded(item)
    case (4, let item?): self = .itemRenamed(item)
    case (5, let item?): self = .itemRemoved(item)
    case (6, let item?): self = .itemMoved(item)
    case (7, _): self = .note
    case (8, let title?): self = .title(title)
    case (9, _): self = .due(text.map { _ in Timestamp(ticks: number) })
    case (10, _): self = .start(text.map { _ in Timestamp(ticks: number) })
    case (11, _): self = .priority(Int(clamping: number))
    case (12, _): self = .bucket(text)
    case (13, let name?): self = .assigned(name)
    case (14, let name?): self = .unassigned(name)
    case (15, let name?): self = .label(name, applies: number == 1)
    case (16, _): self = .created
    case (17, _): self = .deleted
    case (18, let names?): self = .people(names)
    case (19, _): self = .checklist(done: Int(clamping: number >> 32), all: Int(clamping: number & 0xFFFF_FFFF))
    case (20, _): self = .other
    case (21, let text?):
      let parts = text.split(separator: "\n", maxSplits: 1)
      self = .allowed(String(parts.first ?? ""), by: String(parts.dropFirst().first ?? ""))
    default: return nil
    }
  }
}

/// Numbers in eight bytes, and texts with their length in front; a missing one has the length -1.
private struct RecordBytes {
  var bytes: [UInt8] = []
  private var index = 0

  init(bytes: [UInt8] = []) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }

  mutating func write(_ number: Int64) { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }

  mutating func write(_ text: String?) {
    write(text.map { Int64($0.utf8.count) } ?? -1)
    if let text { bytes += Array(text.utf8) }
  }

  mutating func number() -> Int64? {
    guard bytes.count - index >= 8 else { return nil }
    defer { index += 8 }
    return Int64(bitPattern: bytes[index..<index + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }

  /// The outer nil means broken bytes, the inner one a text that was missing.
  mutating func text() -> String?? {
    guard let count = number() else { return nil }
    if count == -1 { return .some(nil) }
    guard count >= 0, count <= Int64(bytes.count - index) else { return nil }
    defer { index += Int(count) }
    return String(decoding: bytes[index..<index + Int(count)], as: UTF8.self)
  }
}
