import CloudWire
import StoreModel

/// Writes Graph bodies straight into bytes; long lists of tasks never become a tree.
struct ODataWriter {
  private(set) var bytes: [UInt8] = []
  /// False for `odata.metadata=none`: no contexts and no etags.
  let hasMetadata: Bool
  private var needsComma = false

  init(hasMetadata: Bool = true) { self.hasMetadata = hasMetadata }

  mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  mutating func object(_ body: (inout ODataWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "{"))
    body(&self)
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  mutating func array(_ body: (inout ODataWriter) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "["))
    body(&self)
    bytes.append(UInt8(ascii: "]"))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = false
  }

  private mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// A member's name; its value has to follow.
  mutating func name(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    raw(name)
    raw("\":")
  }

  /// A name that was not written by us and may need escapes.
  mutating func name(_ name: String) {
    separate()
    JSON.write(name, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func member(_ key: StaticString, _ text: String?) {
    name(key)
    if let text { JSON.write(text, to: &bytes) } else { raw("null") }
    needsComma = true
  }

  mutating func member(_ key: String, _ text: String?) {
    name(key)
    if let text { JSON.write(text, to: &bytes) } else { raw("null") }
    needsComma = true
  }

  mutating func member(_ key: StaticString, _ number: Int) {
    name(key)
    bytes.append(contentsOf: String(number).utf8)
    needsComma = true
  }

  mutating func member(_ key: StaticString, _ truth: Bool) {
    name(key)
    raw(truth ? "true" : "false")
    needsComma = true
  }

  mutating func member(_ key: StaticString, _ moment: Timestamp?) {
    name(key)
    if let moment {
      bytes.append(UInt8(ascii: "\""))
      GraphTime.write(moment, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    } else {
      raw("null")
    }
    needsComma = true
  }

  mutating func member(_ key: StaticString, _ value: JSON) {
    name(key)
    value.write(to: &bytes)
    needsComma = true
  }

  mutating func member(_ key: StaticString, _ body: (inout ODataWriter) -> Void) {
    name(key)
    object(body)
  }

  mutating func value(_ text: String) {
    separate()
    JSON.write(text, to: &bytes)
    needsComma = true
  }

  /// A value that is JSON already.
  mutating func written(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
    needsComma = true
  }

  mutating func etag(_ mark: VersionMark) {
    guard hasMetadata else { return }
    name("@odata.etag")
    bytes.append(UInt8(ascii: "\""))
    mark.write(to: &bytes, quote: [UInt8(ascii: "\\"), UInt8(ascii: "\"")])
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  mutating func context(_ text: String) {
    if hasMetadata { member("@odata.context", text) }
  }

  /// Who did something, as Planner writes it: ids, and never a name.
  mutating func identity(_ key: StaticString, _ user: String?, application: String) {
    guard let user else { return member(key, nil as String?) }
    member(key) { set in
      set.member("user") { $0.nameless(user == PracticeTask.flow ? nil : user) }
      set.member("application") { $0.nameless(application) }
    }
  }

  private mutating func nameless(_ id: String?) {
    member("displayName", nil as String?)
    member("id", id)
  }
}
