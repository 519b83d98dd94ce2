/// A QR code of a short text (ISO/IEC 18004), so that a phone's camera can open an address nobody has to type.
public struct QRCode: Hashable, Sendable {
  /// Modules in a row and in a column, without the quiet zone that has to surround them.
  public let size: Int
  private let modules: [Bool]

  /// The code of a text in byte mode: the smallest version, with the better error correction (M or L) it has room for.
  ///
  /// Nil when the text takes more than 134 bytes of UTF-8, all that version 6 holds.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard let format = QRFormat(holding: bytes.count) else { return nil }
    var blank = QRMatrix(format)
    blank.place(format.codewords(bytes))
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
