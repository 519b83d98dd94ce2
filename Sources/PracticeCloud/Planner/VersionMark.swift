/// The version of one Planner resource as its weak etag says it.
///
/// The etag is `W/"…"` around the base64 of `'1-<kind>V'`, where the kind is padded to a multiple of three bytes and V is
/// 16 digits of base 32 (`@` is 0, `_` is 31) that grow by four with each version.
struct VersionMark: Hashable, Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case task = "Task  "
    case plan = "Plan  "
    case bucket = "Bucket"
    case taskDetails = "TaskDetails "
    case planDetails = "PlanDetails "
    case bucketBoard = "BucketTaskBoardFormat"
    case progressBoard = "ProgressTaskBoardFormat "
    case assigneeBoard = "AssignedToTaskBoardFormat  "
  }

  var kind: Kind
  /// Counts from 1.
  var number: Int

  /// The etag, with its quotes.
  var etag: String {
    var out: [UInt8] = []
    write(to: &out, quote: [UInt8(ascii: "\"")])
    return String(decoding: out, as: UTF8.self)
  }

  /// Writes the etag; inside JSON the quotes are escaped.
  func write(to out: inout [UInt8], quote: [UInt8]) {
    out.append(contentsOf: "W/".utf8)
    out.append(contentsOf: quote)
    EtagText.encode(plain, to: &out)
    out.append(contentsOf: quote)
  }

  private var plain: [UInt8] {
    var plain = Array("'1-".utf8)
    plain.append(contentsOf: kind.rawValue.utf8)
    var shift = 75
    while shift >= 0 {
      let digit = shift >= 64 ? 0 : (UInt64(number) &* 4) >> UInt64(shift) & 31
      plain.append(0x40 + UInt8(digit))
      shift -= 5
    }
    plain.append(UInt8(ascii: "'"))
    return plain
  }

  /// Reads an etag as a client sent it; nil for anything this tenant never wrote.
  init?(etag: String) {
    guard etag.hasPrefix("W/\""), etag.hasSuffix("\""), etag.utf8.count > 4,
      let plain = EtagText.decode(etag.utf8.dropFirst(3).dropLast()), plain.starts(with: "'1-".utf8),
      plain.last == UInt8(ascii: "'")
    else { return nil }
    let rest = plain.dropFirst(3).dropLast()
    guard rest.count > 16, let kind = Kind(rawValue: String(decoding: rest.dropLast(16), as: UTF8.self)) else {
      return nil
    }
    var value: UInt64 = 0
    for byte in rest.suffix(16) {
      guard (0x40...0x5F).contains(byte), value >> 58 == 0 else { return nil }
      value = value << 5 | UInt64(byte - 0x40)
    }
    guard value > 0, value % 4 == 0 else { return nil }
    self.kind = kind
    number = Int(value / 4)
  }

  init(_ kind: Kind, _ number: Int) {
    self.kind = kind
    self.number = number
  }
}
