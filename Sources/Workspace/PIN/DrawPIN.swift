import Strings
import Terminal

extension Painter {
  /// A PIN being typed: stars, and what it is good for.
  mutating func pin(_ prompt: PINPrompt) {
    let left = 8
    let width = min(64, size.columns - left - 4)
    text(words(SessionPhrase.pinTitle), row: 4, column: left, .heading)
    let asked: SessionPhrase =
      switch prompt.step {
      case .choose: .pinChoose
      case .again: .pinRepeat
      case .open: .pinOpen
      case .checking: .pinChecking
      }
    text(words(asked), row: 6, column: left)
    let label = text(words(SessionPhrase.pinField), row: 8, column: left) + 2
    let stars = TextField(String(repeating: "*", count: prompt.field.text.count), limit: PINPrompt.digits.upperBound)
    field(stars, row: 8, column: label, width: PINPrompt.digits.upperBound + 2)
    let row = prompt.trouble.isEmpty ? 10 : paragraph(prompt.trouble, row: 10, column: left, width: width, .warning) + 1
    paragraph(words(SessionPhrase.pinMeaning), row: row, column: left, width: width, .muted)
  }
}
