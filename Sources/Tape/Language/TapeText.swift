/// A text of a tape, in which `${name}` stands for a value given by `Let`.
public struct TapeText: Hashable, Sendable, ExpressibleByStringLiteral {
  /// A part of the text.
  public enum Piece: Hashable, Sendable {
    /// Characters as they are.
    case literal(String)
    /// The value of a name.
    case variable(String)
  }

  /// The parts in order; no literal is empty and no two stand side by side.
  public private(set) var pieces: [Piece]

  /// A text of parts; empty literals are dropped, neighbours joined.
  public init(_ parts: [Piece]) {
    pieces = []
    for part in parts {
      if case .literal(let added) = part {
        if added.isEmpty { continue }
        if case .literal(let before)? = pieces.last {
          pieces[pieces.count - 1] = .literal(before + added)
          continue
        }
      }
      pieces.append(part)
    }
  }

  /// A text without names.
  public init(_ literal: String) { self.init([.literal(literal)]) }

  public init(stringLiteral value: String) { self.init(value) }

  /// Names used in the text.
  public var names: [String] {
    pieces.compactMap { if case .variable(let name) = $0 { name } else { nil } }
  }

  /// The text with every name replaced; unknown names vanish (`TapeProgram` has refused them before).
  public func resolved(_ values: [String: String]) -> String {
    pieces.map { piece in
      switch piece {
      case .literal(let text): text
      case .variable(let name): values[name] ?? ""
      }
    }.joined()
  }
}
