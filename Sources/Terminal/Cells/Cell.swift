/// One user-perceived character as a terminal draws it: a base scalar, at most two combining marks, and its columns.
///
/// Only the sanitiser of `SafeText` makes glyphs from outside text, so a glyph never holds a control or a bidi control, and
/// no scalar on whose width terminals disagree but the one sign of a letter that `isSpread`.
public struct Glyph: Hashable, Sendable {
  /// The base scalar's value.
  public let base: UInt32
  /// First combining mark, 0 for none.
  public let mark1: UInt32
  /// Second combining mark, 0 for none.
  public let mark2: UInt32
  /// Columns it takes: 1 or 2.
  public let columns: UInt8

  init(base: UInt32, mark1: UInt32 = 0, mark2: UInt32 = 0, columns: UInt8 = 1) {
    self.base = base
    self.mark1 = mark1
    self.mark2 = mark2
    self.columns = columns
  }

  /// Whether it is a letter with a sign beside it. Terminals draw that in one column or in two: what stands behind it has
  /// to be placed anew, and its second column must hold a blank before it is drawn.
  public var isSpread: Bool {
    columns == 2 && mark1 != 0 && (ScalarKind(mark1) == .spacing || mark2 != 0 && ScalarKind(mark2) == .spacing)
  }

  /// A blank.
  public static let blank = Glyph(base: 0x20)

  /// Appends the glyph's scalars.
  public func write(to text: inout String) {
    for value in [base, mark1, mark2] where value != 0 {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
  }
}

/// One cell of a frame.
public struct Cell: Hashable, Sendable {
  /// What stands in the cell; in the right half of a wide glyph a blank that is never drawn.
  public var glyph: Glyph
  /// How it is shown.
  public var style: Style
  /// Whether this is the right half of the wide glyph in the cell to the left.
  public var isContinuation: Bool

  /// A cell; a blank in body style unless said.
  public init(_ glyph: Glyph = .blank, style: Style = .normal, isContinuation: Bool = false) {
    self.glyph = glyph
    self.style = style
    self.isContinuation = isContinuation
  }
}
