import Strings
import Terminal

/// The page as it is said line by line.
public func plainPage(_ state: AppState) -> PlainPage {
  var page = PlainReading(state).page()
  page.header = PlainReading(state).header()
  return page
}

/// Reads state out: the pages a worker lives in have words of their own, the others are read off their frame.
struct PlainReading {
  /// Rows said at a time.
  static let rows = 20

  let state: AppState
  var look: Look { state.look }
  var words: Words { look.words }

  init(_ state: AppState) { self.state = state }

  func page() -> PlainPage {
    switch state.overlay {
    case .finder(let finder): return self.finder(finder)
    case .choice(let choice): return self.choice(choice)
    case .status(let menu): return statuses(menu)
    case .entry(let entry): return self.entry(entry)
    case .pin: return pin()
    case .quit, .signOut, .question: return question()
    case .decision: return framed()
    case nil: break
    }
    if let phone = state.phone, let page = phone.page { return self.phone(phone, page) }
    switch state.page {
    case .tasks: return state.shift.map(board) ?? framed()
    case .task(let page): return task(page) ?? framed()
    case .note(let page): return note(page)
    case .news(let page): return news(page)
    case .standing: return standing()
    case .history(let page): return history(page)
    case .start: return start()
    case .code(let code): return self.code(code)
    case .locked, .leaving, .receipt: return framed()
    }
  }

  /// Where this is, and who works here with how true data; the two rows on top of every frame.
  func header() -> [String] {
    let frame = draw(state)
    return [0, 1].map { FrameReading.spoken(frame, row: $0) }.filter { !$0.isEmpty }
  }

  /// Offers the commands that matter where the worker is, by number.
  func offerCommands(_ page: inout PlainPage) {
    for command in PlainReading.commands(state) {
      page.offer(words(command.label) + key(of: command), .command(command.id))
    }
  }

  /// Says the commands that matter in one line, for pages whose numbers are rows.
  func sayCommands(_ page: inout PlainPage) {
    let named = PlainReading.commands(state).map { words($0.label) + key(of: $0) }
    page.say(words(PlainPhrase.commands, ["commands": named.joined(separator: "; ")]))
  }

  private func key(of command: Command) -> String {
    guard let key = state.keymap.keys(of: command).first else { return "" }
    return " (" + key.spelling + ")"
  }

  /// The commands the footer would show, all of them, with those that only move left out; last the way out, or one step of it.
  static func commands(_ state: AppState) -> [Command] {
    let live = Catalogue.live(in: state.area)
    let shown =
      live
      .filter { $0.footerRank != nil && !$0.isMovement && $0.id != .open && (state.isAtTop || $0.id != .quit) }
      .filter { state.offers($0) && state.availability(of: $0) == .enabled }
      .sorted { ($0.footerRank ?? 0) < ($1.footerRank ?? 0) }
    return state.isAtTop ? shown : shown + live.filter { $0.id == .back }
  }

  /// Rows of a list, those around the selected one, each under its own number.
  func offerRows(_ count: Int, selected: Int, _ page: inout PlainPage, _ row: (Int) -> (String, PlainPage.Pick)) {
    let first = selected / PlainReading.rows * PlainReading.rows
    for index in first..<max(first, min(count, first + PlainReading.rows)) {
      let (text, pick) = row(index)
      page.offer(text, pick, number: index + 1)
    }
    guard count > PlainReading.rows else { return }
    let last = min(count, first + PlainReading.rows)
    page.say(
      words(PlainPhrase.rows, ["first": String(first + 1), "last": String(last), "all": String(count)]))
  }
}
