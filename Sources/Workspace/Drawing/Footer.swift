import StoreModel
import Strings
import TaskSync
import Terminal

extension Painter {
  /// The last row: the keys that matter now; above it, on as many rows as it takes, the notice or the question. A notice
  /// covers no line that is typed in, and no choice.
  /// - Returns: the first row it takes.
  mutating func footer(_ state: AppState) -> Int {
    let row = size.rows - 1
    var top = row
    if let question = question(state) {
      top = say(Notice(question, role: .warning), above: row)
      frame.cursor = Position(row: top, column: 1)
      if let notice = state.notice { top = say(notice, above: top) }
    } else if let line = lockWarning(state) ?? state.notice {
      top = say(line, above: menuTop ?? (isFiltered(state) ? row - 1 : row))
    }
    for (key, columns) in footerPlaces(state) {
      let end = frame.put(key.keyText, at: Position(row: row, column: columns.lowerBound), style: Style(.key))
      frame.put(key.labelText, at: Position(row: row, column: end + 1), style: .normal)
    }
    return top
  }

  /// Whether the filter's line stands above the footer.
  private func isFiltered(_ state: AppState) -> Bool {
    guard case .tasks = state.page, let filter = state.shift?.board.filter else { return false }
    return filter.isTyping || !filter.isEmpty
  }

  /// The keys of the footer with the columns they stand in.
  func footerPlaces(_ state: AppState) -> [(key: FooterKey, columns: Range<Int>)] {
    var places: [(FooterKey, Range<Int>)] = []
    var column = 1
    let all = footerKeys(state)
    // Enter opens a task wherever there are tasks; the lock and the note are not guessed. Where something is open beside
    // the tabs the way out of it is shown, and Space completes without the menu of statuses.
    var first: [CommandID] = state.area == .tasks && state.shift?.board.showsLists == false ? [.open, .filter] : []
    if hasWayOut(of: state.area, state) { first += [.taskStatus, .taskNote] }
    let isLoose = columns(of: all, gap: 3) < size.columns - 1
    let shown = fitting(all, gap: isLoose ? 3 : 2, without: first)
    let gap = columns(of: shown, gap: 3) < size.columns - 1 ? 3 : 2
    for key in shown {
      places.append((key, column..<column + key.columns))
      column += key.columns + gap
    }
    return places
  }

  private func columns(of keys: [FooterKey], gap: Int) -> Int { keys.reduce(0) { $0 + $1.columns + gap } - gap }

  /// As many keys as fit from the left; the last of them, help and the way out, always.
  private func fitting(_ keys: [FooterKey], gap: Int, without first: [CommandID]) -> [FooterKey] {
    var shown = keys
    for id in first where columns(of: shown, gap: gap) >= size.columns - 1 { shown.removeAll { $0.command == id } }
    while columns(of: shown, gap: gap) >= size.columns - 1, shown.count > 2 {
      shown.remove(at: max(0, shown.count - (shown.last?.isWayOut == true ? 3 : 2)))
    }
    return shown
  }

  /// Writes a notice over the rows above the one given, whole: a sentence cut short would hide what to do next.
  /// - Returns: its first row.
  mutating func say(_ notice: Notice, above row: Int) -> Int {
    let lines = SafeText.wrap(notice.text, columns: size.columns - 2).suffix(max(1, row - 2))
    let first = row - lines.count
    for (offset, line) in lines.enumerated() {
      frame.fill(row: first + offset, with: .blank, style: .normal)
      frame.put(line, at: Position(row: first + offset, column: 1), style: Style(notice.role))
    }
    return first
  }

  /// The question over the page, with what is at stake.
  func question(_ state: AppState) -> String? {
    let isWorking = state.session != nil || state.locked != nil
    let asked: String
    var endsProgram = false
    switch state.overlay {
    case .quit:
      endsProgram = true
      // Where something would be lost, it is not said that nothing is.
      let isLossless = state.fateOfDraft(endsProgram: true) == nil
      asked = isWorking ? words(.footerQuitSignsOut) : isLossless ? words(.quitQuestion) : ""
    case .question(let question): return sentence(question, state)
    case .signOut(whenSent: false): asked = words(.footerSignOutQuestion)
    case .signOut(whenSent: true): return words.counted(SessionPhrase.signOutWaits, state.shift?.unsentCount ?? 0)
    default: return nil
    }
    let unsent = state.shift?.unsentCount ?? state.locked?.unsent ?? 0
    let fate = state.fateOfDraft(endsProgram: endsProgram).map { words($0) } ?? ""
    let left = unsent == 0 ? "" : words.counted(.footerUnsent, unsent)
    return [asked, fate, left].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Says when the session locks by itself, while that is near.
  private func lockWarning(_ state: AppState) -> Notice? {
    guard let moment = state.lockingAt else { return nil }
    let seconds = max(0, state.now.instant.duration(to: moment).components.seconds)
    return Notice(words(.footerLocksIn, ["seconds": String(seconds)]), role: .warning)
  }

  func footerKeys(_ state: AppState) -> [FooterKey] {
    func key(_ id: CommandID, _ label: String) -> FooterKey? { answer(id, label, state) }
    let back = key(.back, keepsFilter(state) ? words(WorkPhrase.footerNoFilter) : words(.commandBack))
    if case .quit = state.overlay {
      return [key(.open, words(.footerQuit)), key(.back, words(.footerStay))].compactMap(\.self)
    }
    if case .signOut(let whenSent) = state.overlay {
      var keys = [key(.open, words(.footerSignOut))]
      if state.mayWaitForChanges == .enabled, !whenSent {
        keys.append(key(.signOutWhenSent, words(.commandSignOutWhenSent)))
        keys.append(key(.discardChanges, words(TextKey(labelOf: CommandID.discardChanges.rawValue))))
      }
      return (keys + [key(.back, words(.footerStay))]).compactMap(\.self)
    }
    switch state.overlay {
    case .question(.delete), .question(.deleteChanged):
      return [key(.open, words(.questionYesDelete)), back].compactMap(\.self)
    case .question(.resetPractice): return [key(.open, words(.practiceResetYes)), back].compactMap(\.self)
    case .question(.leaveNote):
      let save = words(TextKey(labelOf: CommandID.noteSave.rawValue))
      let drop = words(TextKey(labelOf: CommandID.drop.rawValue))
      return [key(.open, save), key(.drop, drop), key(.back, words(.questionWriteOn))].compactMap(\.self)
    case .question(.typedForGone):
      let drop = words(TextKey(labelOf: CommandID.drop.rawValue))
      return [key(.drop, drop), key(.back, words(.questionKeep))].compactMap(\.self)
    case .question(.needsManager): return [key(.open, words(SessionPhrase.overrideYes)), back].compactMap(\.self)
    case .question(.discard): return [key(.open, words(SessionPhrase.discardYes)), back].compactMap(\.self)
    default: break
    }
    if case .receipt = state.page { return [] }
    let area = state.area
    let ranked = Catalogue.ranked(in: area)
    // Help is always among them: it tells all the others.
    let help = ranked.filter { $0.id == .help && isUsable($0, state) }
    // A sign-in that is needed stands before the others and takes the place of none.
    let needed = ranked.contains { $0.id == .signInAgain && isUsable($0, state) } ? 1 : 0
    let hasWayOut = hasWayOut(of: area, state)
    let most = [.task, .standing, .note, .news, .history].contains(area) || hasWayOut ? 6 : 7
    let room = most + needed - help.count
    // The lock is not guessed; Enter is.
    let aside = steppingAside(state).union(hasWayOut ? [.open] : [])
    var shown: [Command] = []
    for command in ranked
    where shown.count < room && command.id != .help && !aside.contains(command.id) && isUsable(command, state) {
      shown.append(command)
    }
    var keys = (shown + help).map { command in
      let key = footerKey(command, state)
      return FooterKey(key.footerSpelling, label(command, state), command.id, shown: look.footerName(of: key))
    }
    if [
      .finder, .filter, .statusMenu, .choice, .entry, .note, .decision, .task, .standing, .news, .history, .listsPane,
      .code, .address, .phone,
    ].contains(area) || area == .pin && !mustSetPIN(state) {
      if let back { keys.append(back) }
    }
    return keys + (hasWayOut ? [back].compactMap(\.self) : [])
  }

  /// Whether Esc leads out of what is open beside the tabs.
  private func hasWayOut(of area: Area, _ state: AppState) -> Bool {
    guard area == .tasks, let board = state.shift?.board else { return false }
    return keepsFilter(state) || board.scope != nil || board.tab == .lists && board.openList != nil
  }

  /// Whether Esc takes a filter off that is kept.
  private func keepsFilter(_ state: AppState) -> Bool {
    guard state.area == .tasks, let board = state.shift?.board else { return false }
    return !board.filter.isEmpty && board.marked.isEmpty
  }

  /// Of seven keys, what a worker does most makes way for what only those can do who manage tasks: Enter is guessed, and
  /// `e` leads to the note.
  private func steppingAside(_ state: AppState) -> Set<CommandID> {
    guard [.tasks, .task].contains(state.area),
      [CommandID.editTask, .assign].allSatisfy({ Catalogue.command($0).map { isUsable($0, state) } ?? false })
    else { return [] }
    return state.area == .tasks ? [.open, .taskStatus, .taskNote] : [.taskStatus, .taskNote]
  }

  /// What a command does here: Enter opens, chooses, runs or approves.
  private func label(_ command: Command, _ state: AppState) -> String {
    if case .decision(let card) = state.overlay,
      state.shift?.outbox[id: card.change]?.isOverruled == false
    {
      // As the card words it, behind the number.
      func way(_ phrase: Phrase) -> String { String(words(phrase).drop { $0.isNumber || $0 == " " }) }
      if command.id == .decideMine { return way(.decisionRetry) }
      if command.id == .decideTheirs { return way(.decisionDrop) }
    }
    if command.id == .taskComplete, state.itemAtHand != nil { return words(TextKey(labelOf: CommandID.tick.rawValue)) }
    if command.id == .taskComplete, state.tasksAtHand.allSatisfy({ $0.status == .complete }) {
      return words(WorkPhrase.footerReopen)
    }
    guard command.id == .open else { return words(command.label) }
    switch state.area {
    case .finder: return words(.footerRun)
    case .choice where mayKeep(state): return words(TextKey(labelOf: CommandID.keep.rawValue))
    case .statusMenu, .choice: return words(.footerChoose)
    case .pin where state.session != nil: return words(TextKey(labelOf: CommandID.keep.rawValue))
    case .phone: return words(state.phone?.page?.ask == .decision ? .footerApprove : .footerChoose)
    default: return words(command.label)
    }
  }

  /// Whether Enter keeps what was ticked.
  private func mayKeep(_ state: AppState) -> Bool {
    guard case .choice(let choice) = state.overlay else { return false }
    switch choice.purpose {
    case .people, .labels: return true
    default: return false
    }
  }

  /// A command's key where it answers or leads back; nil where it was left without one.
  private func answer(_ id: CommandID, _ label: String, _ state: AppState) -> FooterKey? {
    guard let command = Catalogue.command(id), !state.keymap.keys(of: command).isEmpty else { return nil }
    let key = footerKey(command, state)
    return FooterKey(key.footerSpelling, label, shown: look.footerName(of: key), isWayOut: id == .back)
  }

  /// A letter is no command while a field takes letters, so its F-key is shown.
  private func footerKey(_ command: Command, _ state: AppState) -> Key {
    state.liveKeys(of: command).first ?? state.keymap.keys(of: command).first ?? Key(.escape)
  }

  private func isUsable(_ command: Command, _ state: AppState) -> Bool {
    guard state.offers(command), state.availability(of: command) == .enabled else { return false }
    // One step back is what Esc stands there for; the phone in hand is not taken out.
    if command.id == .quit, !state.isAtTop { return false }
    if command.id == .practicePhone, state.phone != nil { return false }
    // Space is shown for a checklist item, and Enter does the same there.
    if command.id == .open, state.overlay == nil, state.itemAtHand != nil { return false }
    let keys = state.keymap.keys(of: command)
    guard state.isTyping else { return !keys.isEmpty }
    if [.finder, .filter, .choice, .entry, .note].contains(state.area), command.areas.contains(.everywhere) {
      return command.id == .help && state.area != .finder
    }
    return keys.contains { !$0.isPrintable } || state.area == .start && !keys.isEmpty
  }
}

/// A key of the footer with what it does.
struct FooterKey {
  /// As short as footers are.
  let spelling: String
  let label: String
  /// The command behind it; nil where it only answers a question.
  let command: CommandID?
  /// Whether it leads out of what is open.
  let isWayOut: Bool
  let keyText: SafeText
  let labelText: SafeText

  init(_ spelling: String, _ label: String, _ command: CommandID? = nil, shown: String? = nil, isWayOut: Bool = false) {
    self.spelling = spelling
    self.label = label
    self.command = command
    self.isWayOut = isWayOut
    keyText = SafeText(shown ?? spelling)
    labelText = SafeText(label)
  }

  /// Columns it takes with its label.
  var columns: Int { keyText.columns + 1 + labelText.columns }
}

extension Key {
  /// As help, tapes and settings spell it.
  var spelling: String { "\(self)" }

  /// Whether it types something.
  var isPrintable: Bool {
    if case .character = code { modifiers == [] } else { false }
  }

  /// As short as footers are: `Esc`, `^C`.
  var footerSpelling: String {
    if code == .escape, modifiers == [] { return "Esc" }
    return spelling
  }
}
