import Terminal

extension TapeScreen {
  /// What is there instead of an expected text, in words; nil where nothing near it is to be said.
  func instead(of expectation: TapeExpectation) -> String? {
    let wanted = expectation.text.resolved([:])
    switch expectation {
    case .row(let row, _) where row > frame.size.rows: return "the screen has \(frame.size.rows) rows"
    case .row(let row, _):
      let text = frame.text(row: row - 1)
      if text.lowercased().contains(wanted.lowercased()) { return TapeScreen.capitals }
      let places = rows.indices.filter { rows[$0].contains(wanted) }.map { "\($0 + 1)" }
      return places.isEmpty ? nil : "it stands in row \(places.joined(separator: ", "))"
    case .focus:
      let focus = self.focus.trimmed
      if focus.lowercased().contains(wanted.lowercased()) { return TapeScreen.capitals }
      return focus.isEmpty ? "nothing has the focus" : "the focus is on \(TapePrinter.quote(TapeText(focus)))"
    case .role:
      let roles = Role.allCases.filter { shows(.role($0, expectation.text)) }.map(\.tapeName)
      if knowsRoles, !roles.isEmpty { return "it stands there as \(roles.joined(separator: ", "))" }
      return near(wanted)
    case .text: return near(wanted)
    case .screen: return nil
    }
  }

  private static let capitals = "it differs only in capitals"

  /// Whether a text would be there with other capitals, or goes on in the next row.
  private func near(_ wanted: String) -> String? {
    guard let row = rows.firstIndex(where: { $0.lowercased().contains(wanted.lowercased()) }) else { return nil }
    return rows[row].contains(wanted) ? nil : "row \(row + 1): \(TapeScreen.capitals)"
  }
}
