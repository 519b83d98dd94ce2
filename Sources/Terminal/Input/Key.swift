/// A key as the worker pressed it.
public struct Key: Hashable, Sendable {
  /// Which key, without its modifiers.
  public enum Code: Hashable, Sendable {
    /// A printable character; a letter typed with Shift is its upper case and carries no `shift`.
    case character(Character)
    case enter, escape, tab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 to F24.
    case function(Int)
  }

  /// Keys held down with it.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// Bits as written by `Modifiers`' own constants.
    public let rawValue: UInt8
    /// Modifiers from their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Ctrl.
    public static let control = Modifiers(rawValue: 1)
    /// Alt, or a leading escape.
    public static let alt = Modifiers(rawValue: 2)
    /// Shift, for keys that are not characters.
    public static let shift = Modifiers(rawValue: 4)
  }

  /// Which key.
  public var code: Code
  /// Keys held down with it.
  public var modifiers: Modifiers

  /// A key with its modifiers; Ctrl with a letter is spelled with the lower-case letter.
  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }
}
