/// Finds the key spelling somebody probably meant.
enum NearestKey {
  /// Names of keys that have one.
  static let names = [
    "Enter", "Escape", "Tab", "Space", "Backspace", "Delete", "Insert", "Up", "Down", "Left", "Right", "Home", "End",
    "PageUp", "PageDown",
  ]

  /// A spelling that names a key and is close to this one.
  static func to(_ spelling: String) -> String? {
    var parts = spelling.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
    let functions = (1...24).map { "F\($0)" }
    guard let last = parts.popLast() else { return nil }
    let known = last.count == 1 ? [last] : names + functions
    guard let key = NearestWord.to(last, among: known) else { return nil }
    var modifiers: [String] = []
    for part in parts {
      guard let modifier = NearestWord.to(part, among: ["Ctrl", "Alt", "Shift"]) else { return nil }
      modifiers.append(modifier)
    }
    return (modifiers + [key]).joined(separator: "+")
  }
}
