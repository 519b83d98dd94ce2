import SessionCore
import StoreModel
import Terminal

extension SignInCode {
  /// The address as a picture; nil where it is not plain: not HTTPS, not ASCII, or with more in it than a place.
  ///
  /// The code is never part of it, so that whoever scans still compares what they type with what stands here.
  var picture: QRCode? {
    guard address.hasPrefix("https://"), !address.contains(userCode),
      address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    else { return nil }
    return QRCode(address: address)
  }

  /// The address without its scheme, as people type it.
  var shownAddress: String { address.hasPrefix("https://") ? String(address.dropFirst(8)) : address }
}

extension Painter {
  /// Light modules around a picture; the standard's four would not fit, and cameras are content with two.
  private static var quietZone: Int { 2 }

  /// Where the picture goes: right of the steps, which keep 40 columns and the whole address, and never far from them; nil
  /// without room for it.
  func picturePlace(_ code: CodeState, _ state: AppState) -> Position? {
    guard let qr = code.picture, let issued = code.code, look.isUnicode, state.phone == nil else { return nil }
    let side = qr.size + 2 * Painter.quietZone
    let place = Position(row: 3, column: min(size.columns - 1 - side, 100))
    guard place.column >= max(50, 12 + issued.shownAddress.utf8.count + 2),
      place.row + (side + 1) / 2 <= size.rows - 3
    else { return nil }
    return place
  }

  /// Draws a picture for a camera, two modules in a cell, so that they are about square.
  mutating func draw(_ qr: QRCode, at place: Position) {
    let modules = -Painter.quietZone..<qr.size + Painter.quietZone
    for (line, upper) in stride(from: modules.lowerBound, to: modules.upperBound, by: 2).enumerated() {
      var blocks = ""
      for column in modules {
        switch (qr[upper, column], qr[upper + 1, column]) {
        case (true, true): blocks += "█"
        case (true, false): blocks += "▀"
        case (false, true): blocks += "▄"
        case (false, false): blocks += " "
        }
      }
      text(blocks, row: place.row + line, column: place.column, .qr)
    }
  }
}
