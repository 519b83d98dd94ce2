import Strings
import Terminal

extension Look {
  /// A key as the worker's keyboard has it; tapes and settings spell it the same in every language.
  func name(of key: Key) -> String {
    var name = key.spelling
    let called: Phrase? =
      switch key.code {
      case .character(" "): .keySpace
      case .delete: .keyDelete
      case .down: .keyDown
      case .end: .keyEnd
      case .home: .keyHome
      case .left: .keyLeft
      case .pageDown: .keyPageDown
      case .pageUp: .keyPageUp
      case .right: .keyRight
      case .up: .keyUp
      default: nil
      }
    if let called { name = name.dropLast(Key(key.code).spelling.count) + words(called) }
    let control = "Ctrl+"
    return name.hasPrefix(control) ? words(.keyControl) + "+" + name.dropFirst(control.count) : name
  }

  /// The same as short as footers are: `Esc`.
  func footerName(of key: Key) -> String { key == Key(.escape) ? key.footerSpelling : name(of: key) }
}
