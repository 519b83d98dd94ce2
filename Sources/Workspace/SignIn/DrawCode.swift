import Strings
import SessionCore
import StoreModel
import Terminal

extension Painter {
  /// The code page: three steps, the code in large letters, whose turn it is; or the refusal in plain words.
  mutating func code(_ code: CodeState, _ state: AppState) {
    // The practice phone opens the page itself: nothing is copied while it is out.
    if code.isElsewhere, state.phone == nil, let page = code.address { return browserElsewhere(code, page, state) }
    let left = state.phone == nil ? 8 : 2
    let picture = picturePlace(code, state)
    let width = (picture?.column ?? bodyWidth(state)) - left - 2
    title(code, state, column: left, width: width)
    switch code.step {
    case .asking(let since):
      let asking: SignInPhrase = code.way == .browser ? .browserAsking : .signInAsking
      waiting(asking, since, state, row: 6, column: left, width: width)
    case .checking(let since): waiting(.browserChecking, since, state, row: 6, column: left, width: width)
    case .yourPage(let page): browserSteps(page, state, row: 6, column: left, width: width)
    case .yourTurn(let issued):
      let open = picture == nil ? words(.signInStepOpen) : words(.signInStepScan)
      let tail = steps(issued, open: open, state, row: 6, column: left, width: width)
      yourTurn(issued, code.trouble, state, row: tail, column: left, width: width)
      if let picture, let qr = code.picture { draw(qr, at: picture) }
    case .refused(let refusal): refused(refusal, code.way, state, row: 6, column: left, width: width)
    }
    if let trouble = code.trouble, code.code == nil {
      self.trouble(trouble, state, row: size.rows - 5, column: left, width: width)
    }
    if frame.cursor == nil { frame.cursor = Position(row: 4, column: left) }
  }

  /// Who signs in here: the worker, or somebody else for one act of theirs.
  private mutating func title(_ code: CodeState, _ state: AppState, column: Int, width: Int) {
    guard code.isOverride, let command = state.override.flatMap({ Catalogue.command($0.command) }) else {
      text(words(.signInTitle), row: 4, column: column, .heading)
      return
    }
    text(words(SessionPhrase.overrideTitle), row: 3, column: column, .heading, limit: width)
    let act = words(SessionPhrase.overrideFor, ["act": words(command.label)])
    text(act, row: 4, column: column, .warning, limit: width)
  }

  private mutating func waiting(
    _ phrase: SignInPhrase, _ since: Now, _ state: AppState, row: Int, column: Int, width: Int
  ) {
    let seconds = max(0, since.instant.duration(to: state.now.instant).components.seconds)
    paragraph(words(phrase, ["seconds": String(seconds)]), row: row, column: column, width: width)
  }

  private mutating func steps(
    _ code: SignInCode, open: String, _ state: AppState, row: Int, column: Int, width: Int
  ) -> Int {
    var row = row
    row = step("1", open, row: row, column: column, width: width)
    for part in parts(of: code.shownAddress, width: width - 4) {
      text(part, row: row, column: column + 4, .key, limit: width - 4)
      row += 1
    }
    row += 1
    row = step("2", words(.signInStepType), row: row, column: column, width: width) + 1
    let place = Position(row: row, column: column + 12 > bodyWidth(state) - 24 ? column + 4 : column + 12)
    text(largeCode(code.userCode), row: place.row, column: place.column, .code)
    frame.cursor = place
    row += 2
    let check = words(.signInStepCheck, ["what": said(.signInSaysBoth, code.tenant)])
    return step("3", check, row: row, column: column, width: width) + 1
  }

  /// Whose turn it is; while the provider cannot be asked, that: the code goes on, but nothing here would notice.
  private mutating func yourTurn(
    _ code: SignInCode, _ trouble: CodeState.Trouble?, _ state: AppState, row: Int, column: Int, width: Int
  ) {
    let end: Int
    if let trouble {
      end = self.trouble(trouble, state, row: row, column: column, width: width)
    } else {
      let left = max(0, state.now.instant.duration(to: code.expires).components.seconds)
      let clock = "\(left / 60):" + twoDigits(Int(left % 60))
      end = paragraph(words(.signInYourTurn, ["left": clock]), row: row, column: column, width: width, .heading)
    }
    let lines = SafeText.wrap(words(.signInOnlyIf), columns: width).count
    guard end + lines < size.rows - 1 else { return }
    paragraph(words(.signInOnlyIf), row: end, column: column, width: width, .warning)
  }

  /// An address in one row, or broken behind its host.
  private func parts(of address: String, width: Int) -> [String] {
    guard SafeText(address).columns > width, let slash = address.firstIndex(of: "/") else { return [address] }
    return [String(address[...slash]), String(address[address.index(after: slash)...])]
  }

  /// What the provider's page has to say: the program's name, and the company's where it is known by one.
  func said(_ both: SignInPhrase, _ tenant: String) -> String {
    let own = words(.signInSays)
    return tenant.isName ? words(both, ["own": own, "tenant": tenant]) : own
  }

  /// One step of a sign-in behind its number; answers the row after it.
  mutating func step(_ number: String, _ line: String, row: Int, column: Int, width: Int) -> Int {
    text(number, row: row, column: column, .key)
    return paragraph(line, row: row, column: column + 4, width: width - 4)
  }

  private mutating func refused(
    _ refusal: SignInRefusal, _ way: SignInWay, _ state: AppState, row: Int, column: Int, width: Int
  ) {
    var row = paragraph(words(refusal.phrase, refusal.parts(state)), row: row, column: column, width: width, .danger)
    row += 1
    let advice = RefusalAdvice(refusal.kind)
    if refusal.isAbout(way), state.maySwitchWay == .enabled {
      let other: SignInPhrase = way == .deviceCode ? .nextBrowser : .nextCode
      row = paragraph(words(other), row: row, column: column, width: width, .heading)
    }
    row = paragraph(words(advice.next), row: row, column: column, width: width) + 1
    row = paragraph(words(.helperLine, ["who": words(advice.helper)]), row: row, column: column, width: width)
    if let reference = refusal.referenceLine(words) {
      paragraph(reference, row: row, column: column, width: width, .muted)
    }
    frame.cursor = Position(row: 6, column: column)
  }

  @discardableResult
  private mutating func trouble(
    _ trouble: CodeState.Trouble, _ state: AppState, row: Int, column: Int, width: Int
  ) -> Int {
    let seconds = max(0, state.now.instant.duration(to: trouble.nextTry).components.seconds)
    let line = words(trouble.refusal.phrase, trouble.refusal.parts(state))
    let next = words(.signInNextTry, ["seconds": String(seconds)])
    return paragraph(line + " " + next, row: row, column: column, width: width, .warning, rows: size.rows - 1 - row)
  }

  /// Columns a page may use: all, or the left half while the practice phone is out.
  func bodyWidth(_ state: AppState) -> Int { state.phone == nil ? size.columns : size.columns / 2 }

  /// `H 7 K   2 9 Q   D X 4`: letters apart, groups of three further apart.
  private func largeCode(_ code: String) -> String {
    var out = ""
    for (place, character) in code.enumerated() {
      if place > 0 { out += place % 3 == 0 ? "   " : " " }
      out.append(character)
    }
    return out
  }
}

extension String {
  /// Whether a tenant is named by its domain; a GUID stands on no page that a worker sees.
  var isName: Bool { contains(".") }
}
