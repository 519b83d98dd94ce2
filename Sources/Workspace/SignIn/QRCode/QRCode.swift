/// A QR code of a short text (ISO/IEC 18004), so that a phone's camera can open an address nobody has to type.
public struct QRCode: Hashable, Sendable {
  /// Modules in a row and in a column, without the quiet zone that has to surround them.
  public let size: Int
  private let modules: [Bool]

  /// The code of a text in byte mode: the smallest version, with the better error correction (M or L) it has room for.
  ///
  /// Nil when the text takes more than 134 bytes of UTF-8, all that version 6 holds.
  public init?(_ text: String) {
    guard let segment = QRSegment(bytes: Array(text.utf8)) else { return nil }
    self.init([segment])
  }

  /// The code of an address, its scheme and host in capitals, in which they take little more than half the room: there
  /// case does not count (RFC 3986 §6.2.2.1). Path and the rest stay as they are.
  ///
  /// Nil when the address has no host, or takes more than version 6 holds.
  public init?(address: String) {
    let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[1].isEmpty else { return nil }
    let host = parts[0] + "//" + parts[2] + (parts.count > 3 ? "/" : "")
    guard let head = QRSegment(alphanumeric: host.uppercased()),
      let rest = QRSegment(bytes: parts.count > 3 ? Array(parts[3].utf8) : [])
    else { return nil }
    self.init(parts.count > 3 && !parts[3].isEmpty ? [head, rest] : [head])
  }

  init?(_ segments: [QRSegment]) {
    let bits = segments.flatMap(\.bits)
    guard let format = QRFormat(holding: bits.count) else { return nil }
    var blank = QRMatrix(format)
    blank.place(format.codewords(bits))
    let masked = QRMask.allCases.map { blank.masked($0, level: format.level) }
    guard let best = masked.min(by: { QRPenalty($0).points < QRPenalty($1).points }) else { return nil }
    size = best.size
    modules = best.modules
  }

  /// Whether the module at a place, counted from 0, is dark; everything around the code is light.
  public subscript(_ row: Int, _ column: Int) -> Bool {
    (0..<size).contains(row) && (0..<size).contains(column) && modules[row * size + column]
  }
}
