/// A page written in Markdown as plain text that is read on a terminal: headings in capitals, paragraphs and tables set to
/// a width, examples as they are.
struct PageText {
  /// The page, each line with its end.
  private(set) var text = ""
  private let columns: Int
  private var paragraph: [Substring] = []
  private var table: [[String]] = []
  private var isExample = false

  /// Sets a page of headings, paragraphs, lists of one level, tables and fenced examples.
  init(_ markdown: String, columns: Int) {
    self.columns = columns
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) { take(line) }
    end()
  }

  private mutating func take(_ line: Substring) {
    if line.hasPrefix("```") {
      end()
      isExample.toggle()
    } else if isExample {
      text += line.isEmpty ? "\n" : "    \(line)\n"
    } else if line.isEmpty {
      end()
      if !text.hasSuffix("\n\n") { text += "\n" }
    } else if line.hasPrefix("#") {
      end()
      let title = line.drop { $0 == "#" }.drop { $0 == " " }
      text += (line.hasPrefix("##") ? title.uppercased() : String(title)) + "\n"
    } else if line.hasPrefix("|") {
      let cells = String(line).replacing("\\|", with: "\u{0}").split(separator: "|", omittingEmptySubsequences: true)
      let plain = cells.map { PageText.plain(String($0).replacing("\u{0}", with: "|")).trimmed }
      if !plain.allSatisfy({ $0.allSatisfy { "-: ".contains($0) } }) { table.append(plain) }
    } else {
      if line.hasPrefix("- ") { end() }
      paragraph.append(line)
    }
  }

  /// Sets the paragraph or the table that is over.
  private mutating func end() {
    if !paragraph.isEmpty {
      let isItem = paragraph[0].hasPrefix("- ")
      let lines = PageText.wrap(PageText.plain(paragraph.joined(separator: " ")), to: room - (isItem ? 2 : 0))
      for (index, line) in lines.enumerated() { text += (isItem && index > 0 ? "    " : "  ") + line + "\n" }
    }
    paragraph = []
    endTable()
  }

  private var room: Int { columns == .max ? .max : columns - 2 }

  private mutating func endTable() {
    guard let head = table.first else { return }
    var widths = head.indices.map { column in table.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
    while columns != .max, widths.reduce(0, +) + 2 * (widths.count - 1) > room,
      let widest = widths.indices.max(by: { widths[$0] < widths[$1] }), widths[widest] > 1
    { widths[widest] -= 1 }
    table.insert(widths.map { String(repeating: "-", count: $0) }, at: 1)
    for row in table {
      let cells = zip(row, widths).map { PageText.wrap($0, to: $1) }
      for line in 0..<(cells.map(\.count).max() ?? 0) {
        let parts = zip(cells, widths).map { cell, width in
          let part = line < cell.count ? cell[line] : ""
          return part + String(repeating: " ", count: max(0, width - part.count))
        }
        text += ("  " + parts.joined(separator: "  ")).trimmedAtEnd + "\n"
      }
    }
    table = []
  }

  /// Text without the marks of links and emphasis; code keeps its marks, which tell it from words.
  private static func plain(_ text: String) -> String {
    text.replacing(/\[([^\]]*)\]\(#[^)]*\)/) { $0.1 }
      .replacing(/\[([^\]]*)\]\(([^)]*)\)/) { $0.1 == $0.2 ? "\($0.1)" : "\($0.1) (\($0.2))" }
      .replacing("**", with: "")
  }

  /// Lines of at most so many columns, broken between words; what stands in code marks stays on one line if it can.
  static func wrap(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words(text, to: width) {
      if !line.isEmpty, width != .max, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? word : " " + word
    }
    return lines + (line.isEmpty ? [] : [line])
  }

  /// Words, with code of several words as one where it fits.
  private static func words(_ text: String, to width: Int) -> [String] {
    var words: [String] = []
    var isOpen = false
    for word in text.split(separator: " ") {
      if isOpen, let last = words.last, last.count + 1 + word.count <= width {
        words[words.count - 1] = last + " " + word
      } else {
        words.append(String(word))
      }
      if !word.count(where: { $0 == "`" }).isMultiple(of: 2) { isOpen.toggle() }
    }
    return words
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }

  fileprivate var trimmed: String { String(drop { $0 == " " }).trimmedAtEnd }
}
