/// One piece of a line, with its place in Unicode scalars from 1.
struct TapeToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case word(String)
    case text(TapeText)
    case pattern(String)
  }

  var kind: Kind
  var column: Int
  var length: Int
  /// As written.
  var source: String
}

/// A mistake whose line is not yet known.
struct TapeFlaw: Error, Hashable, Sendable {
  var column: Int
  var length: Int
  var kind: TapeFaultKind
}
