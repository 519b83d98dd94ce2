import StoreModel
import Strings
import Terminal

/// Rows the list of accounts gets on the phone.
func phoneRows(_ size: Size) -> Int { max(1, size.rows - 12) }

extension Look {
  /// The role of a practice account in words.
  func role(of account: PhoneState.Account) -> String {
    WorkerRole(rawValue: account.role).map(name) ?? account.role
  }

  /// The same in one word, to be told apart in half a small screen.
  fileprivate func shortRole(of account: PhoneState.Account) -> String {
    switch WorkerRole(rawValue: account.role) {
    case .worker: words(.phoneWorker)
    case .storeManager: words(.phoneStoreManager)
    case .communicationsManager: words(.phoneCommunications)
    case .regionalManager, nil: role(of: account)
    }
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
    let rows = max(1, min(phoneRows(size), bottom - row))
    var cursor = phone.cursor
    cursor.scroll(height: rows, of: state.accounts.count)
    // No wider than the eye finds its way from a name to its role.
    let end = min(size.columns - 1, column + 60)
    // Roles stand at the right; where one has no room for that, all begin in one column, in short where one would be
    // cut. They give way, the store never.
    let facts = state.accounts.map { account in
      (name: SafeText(account.displayName).columns, role: SafeText(look.role(of: account) + store(of: account)).columns)
    }
    let isTight = facts.contains { column + 2 + $0.name + 2 + $0.role > end }
    let start = column + 2 + (facts.map(\.name).max() ?? 0) + 2
    let isCut = isTight && facts.contains { start + $0.role > end }
    for line in 0..<rows {
      let index = cursor.top + line
      guard state.accounts.indices.contains(index) else { break }
      let account = state.accounts[index]
      let place = row + 1 + line
      text(account.displayName, row: place, column: column + 2, limit: end - column - 2)
      let store = store(of: account)
      if isTight {
        let role = isCut ? look.shortRole(of: account) : look.role(of: account)
        text(role, row: place, column: start, .muted, limit: end - start - SafeText(store).columns)
        text(store, row: place, endingAt: end, .muted)
      } else {
        text(look.role(of: account) + store, row: place, endingAt: end, .muted)
      }
      if index == cursor.row {
        text(look.pointer, row: place, column: column, .heading)
        select(row: place, from: column + 1, to: end)
      }
    }
    let below = state.accounts.count - cursor.top - rows
    if below > 0 { text(words.counted(.noteMore, below), row: bottom + 1, column: column + 2, .muted) }
  }

  private func store(of account: PhoneState.Account) -> String { account.store.isEmpty ? "" : " " + account.store }
}
