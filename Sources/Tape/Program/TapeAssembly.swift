import Terminal
import Workspace

/// Joins the files of a tape and finds what only shows when they are together.
struct TapeAssembly {
  private(set) var program: TapeProgram
  private var found: [(place: [Int], fault: TapeFault)] = []
  /// Lines of the `Source` steps that lead to the file being read.
  private var calls: [Int] = []
  private let vocabulary: TapeVocabulary
  private let world: (String) -> TapePeople?
  /// Who is in the world so far; read when somebody is named first.
  private var people: TapePeople?
  private var names: [String: String] = [:]
  private var hasStarted = false
  /// Where each setting stands.
  private var settings: [String: TapeProgram.Entry] = [:]
  /// Where the keys of a command are set.
  private var keyLines: [CommandID: (line: TapeLine, file: String, calls: [Int])] = [:]
  /// Steps that were played from other files so far, and the most there may be.
  private var playedSteps = 0
  private static let mostPlayed = 100_000
  private static let deepest = 64
  /// Files read so far, without their comments.
  private var parsed: [String: (steps: [TapeLine], mistakes: [TapeFault])] = [:]

  init(file: String, vocabulary: TapeVocabulary, people world: @escaping (String) -> TapePeople?) {
    self.vocabulary = vocabulary
    self.world = world
    program = TapeProgram(file: file, start: TapeStart(), entries: [])
  }

  /// Every mistake in the order in which a reader comes upon it, those of another file at the line that plays it.
  var faults: [TapeFault] {
    found.sorted { $0.place.lexicographicallyPrecedes($1.place) }.map(\.fault)
  }

  /// Adds a file; `call` is the `Source` line that asked for it.
  mutating func add(
    _ path: String, calledFrom callers: [String], call: (file: String, line: TapeLine)?,
    read: (String) throws(TapeRefusal) -> [UInt8]?
  ) {
    if callers.contains(path), let call {
      return report(.sourceCycle(path), call.line, call.file)
    }
    // A file may be called by ever longer names: its own folder's, a link's.
    if callers.count > TapeAssembly.deepest, let call {
      return report(.sourceTooDeep(TapeAssembly.deepest), call.line, call.file)
    }
    let tape: (steps: [TapeLine], mistakes: [TapeFault])
    do throws(TapeRefusal) {
      guard let file = try steps(of: path, read: read) else {
        return report(.sourceUnreadable(path), call?.line ?? TapeLine(number: 1), call?.file ?? path)
      }
      tape = file
    } catch {
      return report(.sourceRefused(path, error), call?.line ?? TapeLine(number: 1), call?.file ?? path)
    }
    for mistake in tape.mistakes { note(mistake) }
    if call == nil, tape.mistakes.isEmpty, tape.steps.isEmpty { report(.noSteps, TapeLine(number: 1), path) }
    for line in tape.steps {
      guard let step = line.step, playedSteps <= TapeAssembly.mostPlayed else { continue }
      if call != nil { playedSteps += 1 }
      if playedSteps > TapeAssembly.mostPlayed { return report(.tooManySteps(TapeAssembly.mostPlayed), line, path) }
      if knowsNames(of: step, line, path), step.texts.contains(where: { !$0.names.isEmpty }) {
        checkValues(of: step, line, path)
      }
      if case .source(let inner) = step {
        let target = TapeAssembly.path(inner.resolved(names), from: path)
        calls.append(line.number)
        add(target, calledFrom: callers + [path], call: (path, line), read: read)
        calls.removeLast()
      } else {
        add(step, line, path)
      }
    }
  }

  /// The steps of a file, read once however often it is played; nil when it cannot be read.
  private mutating func steps(
    of path: String, read: (String) throws(TapeRefusal) -> [UInt8]?
  ) throws(TapeRefusal) -> (steps: [TapeLine], mistakes: [TapeFault])? {
    if let known = parsed[path] { return known }
    guard let bytes = try read(path) else { return nil }
    let (tape, mistakes) = TapeParser.parse(bytes: bytes, file: path, vocabulary: vocabulary)
    let file = (tape.lines.filter { $0.step != nil }, mistakes)
    parsed[path] = file
    return file
  }

  private mutating func add(_ step: TapeStep, _ line: TapeLine, _ path: String) {
    switch step {
    case .set(let setting):
      if hasStarted { return report(.lateSetting("Set"), line, path) }
      guard isFirst(step, line, path) else { return }
      program.start.apply(setting, names: names)
      if case .key(let command, _) = setting, let id = CommandID(rawValue: command.resolved(names)) {
        keyLines[id] = (line, path, calls)
      }
    case .world(let name):
      if hasStarted { return report(.lateSetting("World"), line, path) }
      guard isFirst(step, line, path) else { return }
      program.start.scenario = name.resolved(names)
    case .assign(let name, let text):
      names[name] = text.resolved(names)
      program.entries.append(TapeProgram.Entry(file: path, line: line.number, step: step))
    default:
      if step.needsProgram { hasStarted = true }
      checkPeople(of: step, line, path)
      checkInput(step, line, path)
      program.entries.append(TapeProgram.Entry(file: path, line: line.number, step: step))
    }
  }

  /// Whether a setting was not made before; reports it otherwise.
  private mutating func isFirst(_ step: TapeStep, _ line: TapeLine, _ path: String) -> Bool {
    let words = TapePrinter.print(step).split(separator: " ")
    let name =
      switch step {
      case .set(.key): words.prefix(3).joined(separator: " ")
      case .set: words.prefix(2).joined(separator: " ")
      default: "World"
      }
    if let first = settings[name] {
      report(.settingAgain(name, first: "\(first.file):\(first.line)"), line, path)
      return false
    }
    settings[name] = TapeProgram.Entry(file: path, line: line.number, step: step)
    return true
  }

  /// Whether every name in a step has a value; reports those that have none.
  private mutating func knowsNames(of step: TapeStep, _ line: TapeLine, _ path: String) -> Bool {
    let unknown = step.texts.flatMap(\.names).filter { names[$0] == nil }
    for name in unknown {
      report(.unknownName(name, nearest: NearestWord.to(name, among: names.keys)), line, path, at: "${\(name)}")
    }
    return unknown.isEmpty
  }

  /// Values of names are judged as if they stood in the step itself.
  private mutating func checkValues(of step: TapeStep, _ line: TapeLine, _ path: String) {
    let spelled = TapeScanner(Array(TapePrinter.print(step.resolved(names)).unicodeScalars))
    var reader = StepReader(spelled.tokens, end: 1, vocabulary: vocabulary)
    do throws(TapeFlaw) { _ = try reader.step() } catch {
      let place = spelled.tokens.firstIndex { $0.column == error.column } ?? 0
      let written = TapeScanner(Array(line.source.unicodeScalars)).tokens
      var named = step.texts.flatMap(\.names)
      if written.indices.contains(place), case .text(let text) = written[place].kind { named = text.names + named }
      guard let name = named.first else { return }
      report(error.kind == .emptyText ? .emptyName(name) : error.kind, line, path, at: "${\(name)}")
    }
  }

  /// Whoever a step names has to be in the world, where that is known; who is taken on is from then on.
  private mutating func checkPeople(of step: TapeStep, _ line: TapeLine, _ path: String) {
    guard let named = step.resolved(names).people else { return }
    var people = self.people ?? world(program.start.scenario)
    if case .reset = step { people = world(program.start.scenario) }
    let unknown = named.known.first { people?.has($0) == false }
    if let unknown, let people, let place = TapeScanner(Array(line.source.unicodeScalars)).tokens.last {
      let kind = TapeFaultKind.unknownAccount(unknown, world: program.start.scenario, known: people.names)
      let fault = TapeFault(
        file: path, line: line.number, column: place.column, length: place.length, source: line.source, kind: kind)
      note(fault)
    }
    for newcomer in named.new { people?.add(newcomer) }
    if named.changesRoles { people?.addRoles() }
    self.people = people
  }

  /// Keys may change places with each other: so they are judged together, when all of them are known.
  mutating func checkKeys() {
    for conflict in Keymap.conflicts(program.start.keys) {
      guard let place = keyLines[conflict.command] else { continue }
      calls = place.calls
      report(.keyTaken(conflict), place.line, place.file, at: "\(conflict.key)")
    }
    calls = []
  }

  /// Only characters, Backspace and Enter are typed into a line, and clicks are taken where the mouse is on.
  private mutating func checkInput(_ step: TapeStep, _ line: TapeLine, _ path: String) {
    let isPlain = program.start.plain != .no
    if case .click = step, isPlain || !program.start.takesMouse { return report(.clickUnheard, line, path) }
    guard isPlain else { return }
    let keys: [Key]
    switch step {
    case .press(let key, _): keys = [key]
    case .type(let text), .paste(let text), .scan(let text): keys = text.resolved(names).map(Key.typing)
    default: return
    }
    if let key = keys.first(where: { !LineTyping.takes($0) }) { report(.notOfLine("\(key)"), line, path) }
  }

  private mutating func report(_ kind: TapeFaultKind, _ line: TapeLine, _ file: String, at part: String? = nil) {
    var column = line.column
    var length = line.source.unicodeScalars.count - column + 1
    if let part, let place = line.source.firstScalarOffset(of: part) {
      column = place + 1
      length = part.unicodeScalars.count
    }
    note(TapeFault(file: file, line: line.number, column: column, length: length, source: line.source, kind: kind))
  }

  private mutating func note(_ fault: TapeFault) {
    found.append((calls + [fault.line, fault.column, found.count], fault))
  }

  /// A path as seen from the file it stands in.
  static func path(_ path: String, from file: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return String(file[...slash]) + path
  }
}

extension String {
  fileprivate func firstScalarOffset(of part: String) -> Int? {
    let all = Array(unicodeScalars)
    let wanted = Array(part.unicodeScalars)
    guard !wanted.isEmpty, all.count >= wanted.count else { return nil }
    return (0...(all.count - wanted.count)).first { all[$0..<($0 + wanted.count)].elementsEqual(wanted) }
  }
}
