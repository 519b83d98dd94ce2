import Terminal

/// Writes a play down as a handout: numbered steps in words, captions as text, marks as headings, screens where something
/// is to be seen. Markdown (CommonMark); the same play gives the same bytes.
public final class HandoutWriter: TapeWatcher {
  private var blocks: [String]
  private var number = 0
  private var shown: [String] = []
  private var entry: TapeProgram.Entry?

  /// A handout with a title.
  public init(title: String) {
    blocks = ["# " + title.inMarkdown]
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
    case .expect, .wait: break
    default:
      guard let words = StepWords.sentence(entry.step, on: stage) else { break }
      number += 1
      blocks.append("\(number). \(words)")
    }
    return true
  }

  public func sees(_ screen: TapeScreen) {
    guard let step = entry?.step else { return }
    switch step {
    case .expect, .wait: show(screen)
    default: break
    }
  }

  /// Takes the last screen in.
  public func end(_ screen: TapeScreen) { show(screen) }

  private func show(_ screen: TapeScreen) {
    let rows = screen.rows.map { row in String(row.reversed().drop { $0 == " " }.reversed()) }
    guard rows != shown else { return }
    shown = rows
    blocks.append("```text\n" + rows.joined(separator: "\n") + "\n```")
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
