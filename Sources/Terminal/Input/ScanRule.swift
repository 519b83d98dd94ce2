/// How a hand scanner marks its codes: keys that come before each, and keys that come after.
public struct ScanRule: Hashable, Sendable {
  /// Digits a line of nothing else has at least where it is taken for a scan.
  public static let leastDigits = 6
  /// Most characters of a code; what is longer is no scan.
  public static let longest = 256

  /// What comes before a code; never empty.
  public let prefix: [Key]
  /// What comes after it; never empty.
  public let suffix: [Key]

  /// A rule from its texts: keys by name (`Ctrl+B`, `F12`, `Enter`), else the characters themselves. Nil without a
  /// prefix: a code that nothing announces cannot be told from typing. Without a suffix Enter ends a code.
  public init?(prefix: String, suffix: String) {
    self.prefix = ScanRule.keys(prefix)
    self.suffix = suffix.isEmpty ? [Key(.enter)] : ScanRule.keys(suffix)
    if self.prefix.isEmpty { return nil }
  }

  /// A scanner as tapes have one: STX before a code, Enter behind it.
  public static let taped = ScanRule(prefix: [Key(.character("b"), .control)], suffix: [Key(.enter)])

  private init(prefix: [Key], suffix: [Key]) {
    self.prefix = prefix
    self.suffix = suffix
  }

  /// The keys of a whole scan.
  public func keys(of code: String) -> [Key] { prefix + code.map { Key(.character($0)) } + suffix }

  private static func keys(_ text: String) -> [Key] {
    if text.count > 1, let key = Key(text) { return [key] }
    var rest = Array(text.utf8)[...]
    var keys: [Key] = []
    while case .key(let key, let count) = PlainKey.scan(rest) {
      keys.append(key)
      rest = rest.dropFirst(count)
    }
    return keys
  }
}
