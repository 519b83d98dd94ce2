import StoreModel
import Strings
import TaskSync
import Terminal

extension PlainReading {
  /// One task: its facts, then checklist items and links by number.
  func task(_ shown: TaskPage) -> PlainPage? {
    guard let shift = state.shift, let seen = shift.tasks[shown.task] else { return nil }
    var page = PlainPage("task:" + shown.task.rawValue)
    page.say(seen.task.title + ". " + look.name(seen.task.status))
    let facts = DetailFacts(seen.task, shift, state)
    for group in [facts.when, facts.place, facts.people, facts.origin] where !group.isEmpty {
      page.say(group.joined(separator: ", "))
    }
    if let pending = seen.pending { page.say(words(pending.phrase)) }
    if !seen.locked.isEmpty {
      let names = seen.locked.sorted { $0.rawValue < $1.rawValue }.map { ChangeReading(state, shift).field($0) }
      page.say(words(.detailLocked, ["fields": names.joined(separator: ", ")]))
    }
    if let details = shift.details[seen.id] {
      self.details(details, &page)
    } else {
      page.say(words(.detailLoading))
    }
    sayCommands(&page)
    page.question = words(PlainPhrase.askItem)
    return page
  }

  private func details(_ details: TaskDetails, _ page: inout PlainPage) {
    for line in PlainReading.lines(details.note) where !details.note.isEmpty { page.say(line) }
    if !details.checklist.isEmpty {
      let parts = ["done": String(details.checklist.count { $0.isChecked }), "all": String(details.checklist.count)]
      page.say(words(.detailChecklist, parts))
    }
    for (index, item) in details.checklist.enumerated() {
      let tick = words(item.isChecked ? PlainPhrase.ticked : PlainPhrase.notTicked)
      page.offer(item.title + ": " + tick, .row(index + 1))
    }
    if !details.links.isEmpty { page.say(words(.detailLinks)) }
    for (index, link) in details.links.enumerated() {
      let reading = LinkReading(link)
      var text = link.alias.isEmpty ? reading.address : link.alias + ", " + reading.address
      if let operation = reading.operation { text += ", " + words(.linkOperation, ["number": String(operation)]) }
      page.offer(text, .row(details.checklist.count + index + 1))
    }
  }

  /// A note being written, its lines numbered; a line is added, or replaced by its number behind a colon.
  func note(_ shown: NotePage) -> PlainPage {
    var page = PlainPage("note:" + shown.task.rawValue)
    page.say(state.noteHeading(shown))
    if !shown.field.isEmpty {
      for (index, line) in PlainReading.lines(shown.field.string).enumerated() {
        page.offer(line, .row(index), number: index + 1)
      }
    }
    page.say(words(PlainPhrase.noteHow))
    page.question = words(shown.isChanged ? PlainPhrase.noteChanged : PlainPhrase.noteKept)
    page.answer = .text
    return page
  }

  func news(_ shown: NewsPage) -> PlainPage {
    var page = PlainPage("news")
    page.say(words(.newsTitle))
    for (index, group) in NewsGroup.allCases.enumerated() {
      page.offer(words(look.heading(group)) + ", \(state.newsCount(group))", .row(index))
    }
    sayCommands(&page)
    page.question = words(PlainPhrase.askNumber)
    return page
  }

  /// F2, its changes by number.
  func standing() -> PlainPage {
    let changes = state.shift?.outbox ?? []
    var bare = state
    bare.shift?.outbox = []
    var page = PlainReading(bare).framed()
    page = page.withoutNumbers("standing")
    if !changes.isEmpty { page.say(words.counted(.standingNotSent, changes.count)) }
    if let shift = state.shift {
      let reading = ChangeReading(state, shift)
      for (index, change) in changes.enumerated() {
        page.offer(reading.line(change) + ", " + look.name(change.state, in: change), .row(index))
      }
    }
    sayCommands(&page)
    page.question = words(PlainPhrase.askNumber)
    return page
  }

  /// Who did what, newest first: the rows of the page, those of entries by number.
  func history(_ shown: HistoryPage) -> PlainPage {
    var fresh = state
    fresh.page = .history(HistoryPage(task: shown.task))
    let frame = draw(fresh)
    let hasEntries = !state.history(shown).isEmpty
    let top = hasEntries ? frame.cursor?.row ?? frame.size.rows : frame.size.rows
    var page = PlainPage("history:" + (shown.task?.rawValue ?? ""))
    for row in 3..<frame.size.rows - 1 {
      let line = FrameReading.spoken(frame, row: row)
      if line.isEmpty { continue }
      if row < top { page.say(line) } else { page.offer(line, .row(row - top)) }
    }
    sayCommands(&page)
    page.question = words(PlainPhrase.askNumber)
    return page
  }

  static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
  }
}

extension PlainPage {
  /// Only its sentences, under another name.
  fileprivate func withoutNumbers(_ name: String) -> PlainPage {
    var page = PlainPage(name)
    for line in lines where line.number == nil { page.say(line.text) }
    return page
  }
}
