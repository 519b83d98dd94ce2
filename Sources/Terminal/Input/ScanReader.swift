/// Picks scanned codes out of the keys: what stands between a scanner's prefix and suffix is one event and never keys.
///
/// A prefix that nothing follows was typed by a person and becomes keys again; a code that breaks off is dropped whole and
/// told as an empty scan, because its rest must never run commands. Times are durations since any fixed moment.
public struct ScanReader: Sendable {
  /// When `expire` has to be called if no key comes before; nil when nothing is begun.
  public private(set) var deadline: Duration?

  /// How long a scan may pause; a scanner's characters come within milliseconds, a slow link may part them.
  private static let patience = Duration.milliseconds(500)

  private let rule: ScanRule
  private var begun: [Key] = []
  private var code: [Key] = []
  /// Whether a code went wrong and its rest is still on the way.
  private var isTorn = false

  /// A reader that waits for a prefix.
  public init(_ rule: ScanRule) { self.rule = rule }

  private var isInside: Bool { begun.count == rule.prefix.count }

  /// Takes what the terminal told and answers what it means.
  public mutating func take(_ event: TerminalEvent, at now: Duration) -> [TerminalEvent] {
    guard case .key(let key) = event else { return [event] }
    if !isInside { return takeOutside(key, at: now) }
    deadline = now + Self.patience
    code.append(key)
    if code.suffix(rule.suffix.count) == rule.suffix[...] { return [.scan(finish())] }
    isTorn = isTorn || code.count > ScanRule.longest + rule.suffix.count
    if isTorn { code = code.suffix(rule.suffix.count) }
    return []
  }

  /// Gives up waiting once `deadline` has passed.
  public mutating func expire(at now: Duration) -> [TerminalEvent] {
    guard let deadline, now >= deadline else { return [] }
    let typed = begun
    let isScan = isInside && (!code.isEmpty || isTorn)
    reset()
    return isScan ? [.scan("")] : typed.map { .key($0) }
  }

  private mutating func takeOutside(_ key: Key, at now: Duration) -> [TerminalEvent] {
    if key == rule.prefix[begun.count] {
      begun.append(key)
      deadline = now + Self.patience
      return []
    }
    let typed = begun
    reset()
    if typed.isEmpty { return [.key(key)] }
    return typed.map { .key($0) } + takeOutside(key, at: now)
  }

  /// The code without its suffix; empty when something in it is no character.
  private mutating func finish() -> String {
    let keys = code.dropLast(rule.suffix.count)
    let characters = keys.compactMap { key -> Character? in
      if case .character(let character) = key.code, key.modifiers == [] { character } else { nil }
    }
    let isWhole = !isTorn && characters.count == keys.count
    reset()
    return isWhole ? String(characters) : ""
  }

  private mutating func reset() {
    begun = []
    code = []
    isTorn = false
    deadline = nil
  }
}
