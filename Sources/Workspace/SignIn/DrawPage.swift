import SessionCore
import StoreModel
import Strings
import Terminal

extension Painter {
  /// The steps of a sign-in in a browser on this terminal; the address to open stands where a code would.
  mutating func browserSteps(_ page: SignInPageAddress, _ state: AppState, row: Int, column: Int, width: Int) {
    let open: SignInPhrase = page.short == nil ? .browserStepPractice : .browserStepOpen
    var row = step("1", words(open), row: row, column: column, width: width) + 1
    if let short = page.short {
      text(short, row: row, column: column + 4, .code, limit: width - 4)
      frame.cursor = Position(row: row, column: column + 4)
      row += 2
    }
    let check = words(.browserStepCheck, ["what": said(.browserSaysBoth, page.tenant)])
    row = step("2", check, row: row, column: column, width: width) + 1
    row = step("3", words(.browserStepBack), row: row, column: column, width: width) + 1
    row = paragraph(
      words(.browserYourTurn, ["left": left(page, state)]), row: row, column: column, width: width, .heading)
    row = paragraph(words(.signInOnlyIf), row: row, column: column, width: width, .warning)
    if page.short != nil { paragraph(words(.browserElsewhere), row: row + 1, column: column, width: width, .muted) }
  }

  /// The whole address for a browser on another computer, over the full width so that it can be copied in one piece, and
  /// the field for the address it ends on.
  mutating func browserElsewhere(_ code: CodeState, _ page: SignInPageAddress, _ state: AppState) {
    let column = 1
    let width = size.columns - 2
    text(words(.elsewhereTitle), row: 2, column: column, .heading)
    text(words(.browserYourTurnShort, ["left": left(page, state)]), row: 2, endingAt: size.columns - 1, .muted)
    var row = paragraph(words(.elsewhereCopy), row: 3, column: column, width: width)
    let rows = addressRows(page.whole, columns: size.columns, atMost: size.rows - row - 8)
    for line in rows {
      text(line, row: row, column: 0, .key)
      row += 1
    }
    let company = page.tenant.isName ? page.tenant : words(.signInSays)
    row = paragraph(words(.elsewhereSignIn, ["what": company]), row: row, column: column, width: width)
    row = paragraph(words(.elsewherePaste), row: row, column: column, width: width) + 1
    let start = text(words(.elsewhereField), row: row, column: column) + 2
    field(code.pasted, row: row, column: start, width: size.columns - start - 2)
    row += 1
    if code.isPasteRefused { paragraph(words(.elsewhereNotOurs), row: row, column: column, width: width, .danger) }
  }

  private func left(_ page: SignInPageAddress, _ state: AppState) -> String {
    let left = max(0, state.now.instant.duration(to: page.expires).components.seconds)
    return "\(left / 60):" + twoDigits(Int(left % 60))
  }

  private func addressRows(_ address: String, columns: Int, atMost limit: Int) -> [String] {
    var rows: [String] = []
    var rest = Substring(address)
    while !rest.isEmpty, rows.count < limit {
      rows.append(String(rest.prefix(columns)))
      rest = rest.dropFirst(columns)
    }
    return rows
  }
}
