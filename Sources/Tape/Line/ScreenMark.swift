/// A sequence that terminals ignore and a player finds in what a program wrote: everything before it has been drawn.
public enum ScreenMark {
  /// The mark of a number, as an operating system command with a number of its own (ECMA-48 §8.3.89).
  public static func bytes(_ number: Int) -> [UInt8] { Array("\u{1B}]7381;\(number)\u{7}".utf8) }
}
