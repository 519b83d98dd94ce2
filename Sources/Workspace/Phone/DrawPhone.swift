import StoreModel
import Strings
import Terminal

/// Rows the list of accounts gets on the phone.
func phoneRows(_ size: Size) -> Int { max(1, size.rows - 13) }

extension Look {
  /// The role of a practice account in words.
  func role(of account: PhoneState.Account) -> String {
    WorkerRole(rawValue: account.role).map(name) ?? account.role
  }
}

extension Painter {
  /// The practice phone in the right half; the left half goes on showing the terminal.
  mutating func phone(_ phone: PhoneState, _ state: AppState) {
    let left = size.columns / 2
    let bottom = size.rows - 3
    for row in 2...bottom {
      frame.fill(row: row, from: left, with: .blank, style: .normal)
      text(look.isUnicode ? "│" : "|", row: row, column: left, .rule)
    }
    let column = left + 2
    let width = size.columns - column - 1
    text(words(.phoneTitle), row: 2, column: column, .practice)
    rule(row: 3, from: column, to: size.columns - 1)
    guard let page = phone.page else {
      paragraph(words(.phoneWaiting), row: 5, column: column, width: width, .muted)
      return
    }
    var row = paragraph(page.title, row: 4, column: column, width: width, .heading, rows: 2)
    row = paragraph(page.message, row: row, column: column, width: width, rows: 7)
    if !page.trouble.isEmpty {
      row = paragraph(page.trouble, row: row, column: column, width: width, .danger, rows: 3)
    }
    switch page.ask {
    case .account: accounts(phone, state, row: row + 1, column: column, bottom: bottom)
    case .decision:
      frame.cursor = Position(row: row + 1, column: column)
      row = paragraph(words(.phoneApprove), row: row + 1, column: column, width: width, .key)
      paragraph(words(.phoneDecline), row: row, column: column, width: width, .key)
    case .nothing, .done: break
    }
  }

  private mutating func accounts(_ phone: PhoneState, _ state: AppState, row: Int, column: Int, bottom: Int) {
    let row = paragraph(words(.phoneChoose), row: row, column: column, width: size.columns - column - 1, .muted) - 1
    frame.cursor = nil
    for line in 0..<min(phoneRows(size), bottom - row) {
      let index = phone.cursor.top + line
      guard state.accounts.indices.contains(index) else { break }
      let account = state.accounts[index]
      let place = row + 1 + line
      let width = size.columns - 1 - column - 2
      let end = text(account.displayName, row: place, column: column + 2, limit: width)
      // The role gives way to the name, the store never.
      let store = account.store.isEmpty ? "" : " " + account.store
      let room = size.columns - 1 - end - 2 - store.count
      let role = room < 4 ? SafeText("") : cut(SafeText(look.role(of: account)), to: room)
      text(role.text + store, row: place, endingAt: size.columns - 1, .muted)
      if index == phone.cursor.row {
        text(look.pointer, row: place, column: column, .heading)
        select(row: place, from: column + 1, to: size.columns - 1)
      }
    }
    let below = state.accounts.count - phone.cursor.top - min(phoneRows(size), bottom - row)
    if below > 0 { text(words.counted(.noteMore, below), row: bottom + 1, column: column + 2, .muted) }
  }
}
