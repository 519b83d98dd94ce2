import StoreModel
import Strings
import Terminal

extension PlainReading {
  /// Help and palette: the live commands; other words than a number search among them.
  func finder(_ finder: FinderState) -> PlainPage {
    var page = PlainPage("finder:" + finder.field.string + ":\(finder.cursor.row / PlainReading.rows)")
    let matches = finder.matches(state)
    page.say(words(finder.kind == .help ? .helpTitle : .paletteTitle))
    if matches.isEmpty { page.say(words(.finderNothing)) }
    offerRows(matches.count, selected: finder.cursor.row, &page) { index in
      (line(matches[index]), .row(index))
    }
    page.question = words(PlainPhrase.askFind)
    page.answer = .text
    return page
  }

  private func line(_ command: Command) -> String {
    let keys = state.keymap.keys(of: command).map(\.spelling).joined(separator: ", ")
    var line = words(command.label) + ". " + words(command.help) + " " + keys
    if let number = command.operation { line += ". " + words(.finderOperation, ["number": String(number)]) }
    if case .withheld(let reason) = state.availability(of: command) { line += ". " + words(reason) }
    return line
  }

  func choice(_ choice: Choice) -> PlainPage {
    let shown = choice.shown
    var page = PlainPage("choice:" + choice.title + ":" + (choice.search?.string ?? "") + ":\(choice.cursor.row / 20)")
    page.say(choice.title)
    if shown.isEmpty { page.say(words(.choiceNothing)) }
    offerRows(shown.count, selected: choice.cursor.row, &page) { index in
      let option = shown[index]
      var text = option.text
      if choice.takesSeveral {
        let isTicked = choice.ticked.contains(option.number)
        let tick: PlainPhrase = choice.partly.contains(option.number) ? .partlyTicked : isTicked ? .ticked : .notTicked
        text += ": " + words(tick)
      } else if option.isCurrent {
        text += ": " + words(PlainPhrase.current)
      }
      return (text, .row(index))
    }
    if choice.takesSeveral {
      page.question = words(PlainPhrase.askTicks)
    } else {
      page.question = words(choice.search == nil ? PlainPhrase.askNumber : PlainPhrase.askFind)
    }
    page.answer = choice.search == nil ? .command : .text
    return page
  }

  func statuses(_ menu: StatusMenu) -> PlainPage {
    var page = PlainPage("statuses")
    page.say(look.name(of: state.tasks(menu.tasks)))
    for (index, status) in TaskStatus.allCases.enumerated() { page.offer(look.name(status), .row(index)) }
    page.question = words(PlainPhrase.askNumber)
    return page
  }

  /// A question one key answers: the answers by number, so that an empty line never means yes.
  func question() -> PlainPage {
    let painter = Painter(size: state.size, look: look)
    var page = PlainPage("question")
    page.say(painter.question(state) ?? "")
    for key in painter.footerKeys(state) {
      if let pressed = Key(key.spelling) { page.offer(key.label, .key(pressed)) }
    }
    page.question = words(PlainPhrase.askNumber)
    return page
  }

  /// One line asked for; what stands there now is said, and an empty answer leaves it.
  func entry(_ entry: Entry) -> PlainPage {
    var page = PlainPage("entry:\(entry.purpose)")
    let painter = Painter(size: state.size, look: look)
    page.say(painter.title(entry, state))
    if !entry.field.isEmpty { page.say(words(PlainPhrase.now, ["text": entry.field.string])) }
    let ask: PlainPhrase = entry.isDate ? .askDate : .askText
    let askAgain: PlainPhrase = entry.isDate ? .askDateOrKeep : .askTextOrKeep
    page.question = words(entry.field.isEmpty ? ask : askAgain)
    page.answer = .text
    return page
  }

  func pin() -> PlainPage {
    var page = framed(answer: .text)
    page.question = words(SessionPhrase.pinField)
    page.isSecret = true
    return page
  }

  func start() -> PlainPage {
    var page = PlainPage("start")
    page.say(words(.startTitle))
    page.say(state.till.greeting(words))
    page.say(words(.startNext))
    sayCommands(&page)
    page.say(words(PlainPhrase.colon))
    page.question = words(.startAccount) + (state.till.domain.isEmpty ? "?" : " (@\(state.till.domain))?")
    page.answer = .text
    return page
  }

  /// The code page; its steps have numbers.
  func code(_ code: CodeState) -> PlainPage {
    var page = framed(answer: code.isElsewhere ? .text : .command, hasNumbers: true)
    if state.phone != nil { page.say(words(.phoneWaiting)) }
    return page
  }

  func phone(_ phone: PhoneState, _ shown: PhoneState.Page) -> PlainPage {
    var page = PlainPage("phone:" + shown.title + shown.trouble)
    page.say(words(.phoneTitle))
    for line in [shown.title, shown.message, shown.trouble] where !line.isEmpty { page.say(line) }
    switch shown.ask {
    case .account:
      page.say(words(.phoneChoose))
      offerRows(state.accounts.count, selected: phone.cursor.row, &page) { index in
        let account = state.accounts[index]
        let facts = [account.displayName, look.role(of: account), account.store].filter { !$0.isEmpty }
        return (facts.joined(separator: ", "), .row(index))
      }
    case .decision:
      page.offer(words(PlainPhrase.approve), .key(Key(.enter)))
      page.offer(words(.commandPhoneDeclineHelp), .command(.phoneDecline))
    case .nothing, .done: break
    }
    page.question = words(PlainPhrase.askNumber)
    return page
  }
}
