import Terminal

/// Writes a play down as a handout: numbered steps in words, captions as text, marks as headings, screens where something
/// is to be seen. Markdown (CommonMark); the same play gives the same bytes.
public final class HandoutWriter: TapeWatcher {
  private var blocks: [String]
  private var number = 0
  private var shown: [String] = []
  private var entry: TapeProgram.Entry?
  private var typing: TypedWords?
  private let hasMarks: Bool

  /// A handout with a title; of a tape with marks it shows the screens its headings and captions stand at, of another each
  /// screen on which something is expected.
  public init(title: String, hasMarks: Bool) {
    blocks = ["# " + title.inMarkdown]
    self.hasMarks = hasMarks
  }

  /// The whole handout; call it when the play is over.
  public var text: String { blocks.joined(separator: "\n\n") + "\n" }

  public func begins(_ entry: TapeProgram.Entry, text: String?, on stage: any TapeStage) -> Bool {
    if shown.isEmpty { show(stage.screen) }
    self.entry = entry
    switch entry.step {
    case .mark:
      show(stage.screen)
      blocks.append("## " + (text ?? "").inMarkdown)
    case .caption:
      show(stage.screen)
      blocks.append((text ?? "").inMarkdown)
    case .type(let text):
      var words = TypedWords(text.resolved([:]), on: stage)
      words.take()
      typing = words
      tellTyped()
    case .expect, .wait: break
    default:
      guard let words = StepWords.sentence(entry.step, on: stage) else { break }
      tell(words)
    }
    return true
  }

  public func hears(_ words: String) { blocks.append("> " + words.inMarkdown) }

  public func sees(_ screen: TapeScreen) {
    guard let step = entry?.step else { return }
    switch step {
    case .type:
      typing?.take()
      tellTyped()
    case .expect, .wait: if !hasMarks { show(screen) }
    default: break
    }
  }

  /// Takes the last screen in.
  public func end(_ screen: TapeScreen) { show(screen) }

  private func tell(_ words: String) {
    number += 1
    blocks.append("\(number). \(words)")
  }

  /// Tells what was typed once all of it is known.
  private func tellTyped() {
    guard let typing, typing.isWhole else { return }
    self.typing = nil
    if let sentence = typing.sentence { tell(sentence) }
  }

  private func show(_ screen: TapeScreen) {
    let rows = screen.rows.map { row in String(row.reversed().drop { $0 == " " }.reversed()) }
    guard rows != shown else { return }
    shown = rows
    // Empty rows say nothing: one stands for several.
    let squeezed = zip(rows, [""] + rows).filter { !$0.isEmpty || !$1.isEmpty }.map(\.0)
    let fence = StepWords.fence(around: rows.joined(separator: "\n"), atLeast: 3)
    blocks.append("\(fence)text\n" + squeezed.joined(separator: "\n") + "\n\(fence)")
  }
}

extension String {
  /// The text in Markdown: nothing in it is read as markup (CommonMark §2.4).
  var inMarkdown: String {
    var escaped = ""
    for character in TapeFault.printable(self) {
      if "\\`*_{}[]<>#|~".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }
}
