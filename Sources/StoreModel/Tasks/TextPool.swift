/// One copy of each text that many tasks carry (plan, bucket, people), instead of one for each task.
///
/// It remembers a few hundred texts and forgets one when another takes its place: a forgotten one costs another copy, no
/// more. Looking up is cheaper than making the text.
public struct TextPool: Sendable {
  private static let places = 256

  private var texts = [String](repeating: "", count: places)
  private var groups = [[UserID]](repeating: [], count: places)

  /// Nothing yet.
  public init() {}

  /// The text of some UTF-8; broken bytes become U+FFFD.
  public mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    // Shorter texts lie where they are named, and need no memory of their own.
    guard bytes.count > 15 else { return String(decoding: bytes, as: UTF8.self) }
    let place = Self.place(of: bytes)
    if texts[place].utf8.withContiguousStorageIfAvailable({ Self.areSame($0, bytes) }) == true { return texts[place] }
    let text = String(decoding: bytes, as: UTF8.self)
    texts[place] = text
    return text
  }

  /// The same users, in the memory in which they lay before.
  public mutating func group(_ users: [UserID]) -> [UserID] {
    guard !users.isEmpty else { return users }
    let place = users.reduce(0) { place, user in
      (place &* 31 &+ (user.rawValue.utf8.withContiguousStorageIfAvailable(Self.place) ?? 0)) & (Self.places - 1)
    }
    if groups[place] != users { groups[place] = users }
    return groups[place]
  }

  /// Whether both hold the same, eight bytes at a time; the second holds at least eight.
  private static func areSame(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    let (a, b) = (UnsafeRawBufferPointer(a), UnsafeRawBufferPointer(b))
    // The last eight overlap those before them where the length is no multiple of eight.
    for place in stride(from: 0, to: b.count - 8, by: 8) where a.word(at: place) != b.word(at: place) { return false }
    return a.word(at: b.count - 8) == b.word(at: b.count - 8)
  }

  /// Ids differ at their ends or at their beginnings.
  private static func place(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard bytes.count >= 8 else { return bytes.count }
    let raw = UnsafeRawBufferPointer(bytes)
    let mixed = (raw.word(at: 0) &* 31 ^ raw.word(at: bytes.count - 8)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 56)
  }
}

extension UnsafeRawBufferPointer {
  /// Eight bytes as one number.
  fileprivate func word(at place: Int) -> UInt64 { loadUnaligned(fromByteOffset: place, as: UInt64.self) }
}
