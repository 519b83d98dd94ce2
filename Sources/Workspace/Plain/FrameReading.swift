import Strings
import Terminal

/// Reads a frame out: rows without rules, pictures and the gaps between columns.
enum FrameReading {
  /// A row's words; facts in columns of their own are parted by commas.
  static func spoken(_ frame: Frame, row: Int) -> String {
    var parts: [String] = []
    var part = ""
    var blanks = 0
    for column in 0..<frame.size.columns {
      let cell = frame[row, column]
      if cell.isContinuation || cell.style.role == .rule || cell.style.role == .qr { continue }
      if cell.glyph == .blank {
        blanks += 1
        continue
      }
      if blanks > 1, !part.isEmpty {
        parts.append(part)
        part = ""
      } else if blanks == 1, !part.isEmpty {
        part += " "
      }
      blanks = 0
      cell.glyph.write(to: &part)
    }
    if !part.isEmpty { parts.append(part) }
    return parts.joined(separator: ", ")
  }
}

extension FrameReading {
  /// Sentences of some rows: what a line break parted for its width alone is said as one.
  static func sentences(_ frame: Frame, rows: Range<Int>) -> [String] {
    var sentences: [String] = []
    var before: (column: Int, role: Role)?
    for row in rows {
      let text = spoken(frame, row: row)
      let start = (0..<frame.size.columns).first { frame[row, $0].glyph != .blank }
      guard !text.isEmpty, let start else {
        before = nil
        continue
      }
      let place = (start, frame[row, start].style.role)
      if let before, before == place, let last = sentences.last, last.last.map({ !".:!?,".contains($0) }) ?? false,
        !text.contains(", ")
      {
        sentences[sentences.count - 1] = last + " " + text
      } else {
        sentences.append(text)
      }
      before = place
    }
    return sentences
  }
}

extension PlainReading {
  /// A page read off its frame, with the commands that matter by number.
  ///
  /// - Parameter hasNumbers: whether the page has numbers of its own, so that its commands get none.
  func framed(answer: PlainPage.Answer = .command, hasNumbers: Bool = false) -> PlainPage {
    var bare = state
    bare.phone = nil
    bare.notice = nil
    bare.lockingAt = nil
    let frame = draw(bare)
    let lines = FrameReading.sentences(frame, rows: 2..<frame.size.rows - 1)
    // What only counts seconds is the same page.
    var page = PlainPage(PlainPage.framePrefix + lines.joined(separator: "\n").filter { !$0.isNumber })
    for line in lines { page.say(line) }
    if case .locked = state.page, state.overlay == nil, state.hasPIN {
      page.offer(words(SessionPhrase.pinField), .row(0))
    }
    if hasNumbers { sayCommands(&page) } else { offerCommands(&page) }
    page.question = words(answer == .text ? PlainPhrase.askText : hasNumbers ? .askCommand : .askNumber)
    page.answer = answer
    return page
  }
}
