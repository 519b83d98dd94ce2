import StoreModel
import Terminal
import Workspace

extension StepReader {
  /// First words that are not keys.
  static let verbs = [
    "World", "Set", "Type", "Paste", "Scan", "Click", "Wait", "Expect", "Do", "Resize", "Advance", "Fault", "Remote",
    "Approve", "Decline", "Expire", "Phone", "Account", "App", "Headquarters", "Machine", "Refuse", "Limit", "Reset",
    "Let", "Mask", "Caption", "Mark", "Pause", "Source",
  ]

  /// The step after its first word was taken.
  mutating func step(_ word: String, _ token: TapeToken) throws(TapeFlaw) -> TapeStep {
    switch word {
    case "World": .world(try listed(.scenario, .scenario, vocabulary.scenarios))
    case "Set": .set(try setting())
    case "Type": .type(try text())
    case "Paste": .paste(try text())
    case "Scan": .scan(try text())
    case "Click": .click(try soughtText())
    case "Wait": takes("Idle") ? .waitIdle : .wait(try soughtText(.textOrIdle), limit: try limit())
    case "Expect": takes("Not") ? .expectNot(try negated()) : .expect(try expectation())
    case "Do": .perform(try listed(.command, .command, vocabulary.commands))
    case "Resize": .resize(try size())
    case "Advance": .advance(try duration(.duration))
    case "Fault": .fault(try trouble())
    case "Remote": .remote(try remoteEdit())
    case "Approve": .approve(try approver())
    case "Decline": .decline
    case "Expire": .expire
    case "Phone": .phone(try approver(), password: next == nil ? nil : try text())
    case "Account": .account(try accountSwitch(), try meantName(.approver))
    case "Refuse": .refuse(try refusal(), try meantName(.approver))
    case "Limit": .limit(try bound(), try number(.number, 0...1_000_000))
    case "Reset": .reset
    case "App": .app(try appSwitch())
    case "Headquarters": .headquarters(try order())
    case "Machine": .machine(try machineEvent())
    case "Let": try assignment()
    case "Mask": .mask(try pattern())
    case "Caption": .caption(try text())
    case "Mark": .mark(try text())
    case "Pause": .pause
    case "Source": .source(try name(.path))
    default: try press(word, token)
    }
  }

  private mutating func press(_ word: String, _ token: TapeToken) throws(TapeFlaw) -> TapeStep {
    if word.unicodeScalars.count == 1 { throw flaw(token, .characterStep(word)) }
    guard let key = Key(word) else {
      let looksLikeKey =
        word.contains("+") || word.hasPrefix("C-") || word.hasPrefix("M-") || word.hasPrefix("<")
        || word.hasPrefix("F") && word.dropFirst().allSatisfy { "0123456789".contains($0) } && word.count > 1
      if looksLikeKey { throw flaw(token, .unknownKey(word, nearest: NearestKey.to(word))) }
      let isVerb = StepReader.verbs.contains { $0.lowercased() == word.lowercased() }
      if !isVerb, let other = OtherWord(word, before: next?.source, commands: vocabulary.commands) {
        throw flaw(token, .otherWord(word, other))
      }
      throw flaw(
        token, .unknownStep(word, nearest: NearestWord.to(word, among: StepReader.verbs + NearestKey.names)))
    }
    return .press(key, times: next == nil ? 1 : try number(.count, 1...1_000))
  }

  /// A text is looked for at every moment at which something happens: for longer that takes minutes.
  private static let mostDays = 31

  /// `@30s` after a text.
  private mutating func limit() throws(TapeFlaw) -> Duration? {
    guard let token = next, case .word(let word) = token.kind else { return nil }
    guard word.hasPrefix("@"), let duration = TapeDuration.read(String(word.dropFirst())) else {
      throw flaw(token, .unexpected(token.source, wanted: .limit))
    }
    guard duration <= .seconds(StepReader.mostDays * 86_400) else {
      throw flaw(token, .waitTooLong(word, most: StepReader.mostDays))
    }
    _ = takes(word)
    return duration
  }

  private mutating func negated() throws(TapeFlaw) -> TapeExpectation {
    let first = next
    let expectation = try expectation()
    if case .screen = expectation, let first { throw flaw(first, .screenNegated) }
    return expectation
  }

  private mutating func expectation() throws(TapeFlaw) -> TapeExpectation {
    if takes("Row") { return .row(try number(.row, TapeSetting.rows), try soughtText()) }
    if takes("Focus") { return .focus(try soughtText()) }
    if takes("Role") { return .role(try choice(.role, .role, TapeVocabulary.roles), try soughtText()) }
    if takes("Screen") { return .screen(try screenName()) }
    return .text(try soughtText(.expectation))
  }

  private mutating func screenName() throws(TapeFlaw) -> TapeText {
    let place = next
    let text = try name(.screenName)
    let name = text.resolved([:])
    if text.names.isEmpty, let place, !GoldenShelf.isName(name) { throw flaw(place, .badScreenName(name)) }
    return text
  }

  private mutating func setting() throws(TapeFlaw) -> TapeSetting {
    enum Name {
      case width, height, theme, language, seed, store, ascii, clock, pin, signIn, plain, real, kiosk, mouse, idle,
        key, hours, poll
    }
    let names: [String: Name] = [
      "Width": .width, "Height": .height, "Theme": .theme, "Language": .language, "Seed": .seed, "Store": .store,
      "Ascii": .ascii, "Clock": .clock, "Pin": .pin, "SignIn": .signIn, "Plain": .plain,
      "Real": .real, "Kiosk": .kiosk, "Mouse": .mouse, "Idle": .idle, "Key": .key, "Hours": .hours,
      "Poll": .poll,
    ]
    switch try choice(.setting, .setting, names) {
    case .width: return .width(try number(.number, TapeSetting.columns))
    case .height: return .height(try number(.number, TapeSetting.rows))
    case .theme: return .theme(try listed(.theme, .name, vocabulary.themes))
    case .language: return .language(try listed(.language, .name, vocabulary.languages))
    case .seed: return .seed(try number(.number, 0...Int(Int32.max)))
    case .store: return .store(try meantName(.name))
    case .ascii: return .ascii(try choice(.yesOrNo, .yesOrNo, ["yes": true, "no": false]))
    case .real: return .real(try choice(.yesOrNo, .yesOrNo, ["yes": true, "no": false]))
    case .kiosk: return .kiosk(try choice(.yesOrNo, .yesOrNo, ["yes": true, "no": false]))
    case .mouse: return .mouse(try choice(.onOrOff, .onOrOff, ["on": true, "off": false]))
    case .idle: return .idle(try number(.number, 1...15))
    case .key: return .key(try listed(.command, .command, vocabulary.commands), try keys())
    case .hours: return .hours(try number(.number, 1...24))
    case .poll: return .poll(try number(.number, 0...3_600))
    case .clock: return .clock(try moment())
    case .pin: return .pin(try choice(.pinRule, .pinRule, ["off": .off, "optional": .optional, "required": .required]))
    case .plain:
      let words = TapePlain.allCases.map { ($0.rawValue, $0) }
      return .plain(try choice(.plain, .plain, Dictionary(uniqueKeysWithValues: words)))
    case .signIn:
      let ways = TapeSignIn.allCases.map { ($0.rawValue, $0) }
      return .signIn(try choice(.signIn, .signIn, Dictionary(uniqueKeysWithValues: ways)))
    }
  }

  private mutating func keys() throws(TapeFlaw) -> [Key] {
    var keys: [Key] = []
    repeat {
      let place = next
      let spelling = try name(.key).resolved([:])
      guard let key = Key(spelling) else {
        let kind = TapeFaultKind.unknownKey(spelling, nearest: NearestKey.to(spelling))
        throw place.map { flaw($0, kind) } ?? TapeFlaw(column: end, length: 1, kind: kind)
      }
      keys.append(key)
    } while next != nil
    return keys
  }

  private mutating func moment() throws(TapeFlaw) -> Timestamp {
    let (word, token) = try word(.moment)
    guard let moment = Timestamp(iso8601: word) else { throw flaw(token, .unexpected(token.source, wanted: .moment)) }
    return moment
  }

  private mutating func size() throws(TapeFlaw) -> Size {
    let (word, token) = try word(.size)
    let parts = word.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]) else {
      throw flaw(token, .unexpected(token.source, wanted: .size))
    }
    guard TapeSetting.columns.contains(columns), TapeSetting.rows.contains(rows) else {
      throw flaw(token, .outOfRange(.size, word, least: 1, most: TapeSetting.columns.upperBound))
    }
    return Size(columns: columns, rows: rows)
  }

  private mutating func assignment() throws(TapeFlaw) -> TapeStep {
    let (name, token) = try word(.name)
    guard TapeScanner.isName(name) else { throw flaw(token, .badName) }
    return .assign(name: name, try text())
  }

  private mutating func pattern() throws(TapeFlaw) -> String {
    let token = try token(.pattern)
    guard case .pattern(let pattern) = token.kind else {
      throw flaw(token, .unexpected(token.source, wanted: .pattern))
    }
    guard !pattern.isEmpty, (try? Regex(pattern)) != nil else { throw flaw(token, .badPattern(pattern)) }
    return pattern
  }
}
