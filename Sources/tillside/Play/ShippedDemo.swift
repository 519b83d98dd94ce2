import CResources

/// A tape that came with the program.
struct ShippedDemo {
  /// Its file's name without `.tape`.
  var name: String
  /// What it shows: the comment in its first line.
  var purpose: String
  /// Whether it stops at marks for a trainer to speak.
  var hasMarks: Bool

  /// Every tape in the program, by name.
  static var all: [ShippedDemo] {
    (0..<tillside_resource_count()).compactMap { index -> ShippedDemo? in
      guard let path = tillside_resource_at(index).map({ String(cString: $0.pointee.name) }),
        path.hasPrefix("Tapes/"), path.hasSuffix(".tape")
      else { return nil }
      let name = String(path.dropFirst(6).dropLast(5))
      let lines = (bytes(name) ?? []).split(separator: 0x0A)
      let first = lines.first?.drop { $0 == 0x23 || $0 == 0x20 } ?? []
      return ShippedDemo(
        name: name, purpose: String(decoding: first, as: UTF8.self),
        hasMarks: lines.contains { $0.starts(with: "Mark ".utf8) })
    }
  }

  /// A tape's text by its name, with or without `.tape`; nil when there is none.
  static func bytes(_ name: String) -> [UInt8]? {
    let file = name.hasSuffix(".tape") ? name : name + ".tape"
    guard let resource = tillside_resource_named("Tapes/" + file) else { return nil }
    return Array(UnsafeBufferPointer(start: resource.pointee.bytes, count: resource.pointee.length))
  }
}
