import Terminal

/// Makes one step of the tokens of a line.
struct StepReader {
  let vocabulary: TapeVocabulary
  private var tokens: ArraySlice<TapeToken>
  let end: Int

  /// A reader; `end` is the column after the line.
  init(_ tokens: [TapeToken], end: Int, vocabulary: TapeVocabulary) {
    self.tokens = tokens[...]
    self.end = tokens.last.map { $0.column + $0.length } ?? end
    self.vocabulary = vocabulary
  }

  /// The next token, left where it is.
  var next: TapeToken? { tokens.first }

  /// The whole line as a step.
  mutating func step() throws(TapeFlaw) -> TapeStep {
    let first = try token(.text)
    guard case .word(let word) = first.kind else {
      throw flaw(first, .unknownStep(first.source, nearest: "Type"))
    }
    let step = try step(word, first)
    if let extra = tokens.first { throw flaw(extra, .surplus(extra.source)) }
    return step
  }

  /// Takes the next token.
  mutating func token(_ wanted: TapeArgument) throws(TapeFlaw) -> TapeToken {
    guard let token = tokens.popFirst() else {
      throw TapeFlaw(column: end, length: 1, kind: .missing(wanted))
    }
    return token
  }

  /// Takes a text in quotes.
  mutating func text(_ wanted: TapeArgument = .quotedText) throws(TapeFlaw) -> TapeText {
    let token = try token(wanted)
    guard case .text(let text) = token.kind else { throw flaw(token, .unexpected(token.source, wanted: wanted)) }
    return text
  }

  /// Takes a text in quotes that is looked for, so that an empty one would always be found.
  mutating func soughtText(_ wanted: TapeArgument = .quotedText) throws(TapeFlaw) -> TapeText {
    let place = next
    let text = try text(wanted)
    if text.pieces.isEmpty, let place { throw flaw(place, .emptyText) }
    return text
  }

  /// Takes a text in quotes that names something, so that an empty one names nothing.
  mutating func meantText() throws(TapeFlaw) -> TapeText {
    let place = next
    let text = try text()
    if text.pieces.isEmpty, let place { throw flaw(place, .nothingNamed) }
    return text
  }

  /// Takes a text in quotes or a bare word that names something.
  mutating func meantName(_ wanted: TapeArgument) throws(TapeFlaw) -> TapeText {
    let place = next
    let text = try name(wanted)
    if text.pieces.isEmpty, let place { throw flaw(place, .nothingNamed) }
    return text
  }

  /// Takes a text in quotes or a bare word.
  mutating func name(_ wanted: TapeArgument) throws(TapeFlaw) -> TapeText {
    let token = try token(wanted)
    switch token.kind {
    case .text(let text): return text
    case .word(let word): return TapeText(word)
    case .pattern: throw flaw(token, .unexpected(token.source, wanted: wanted))
    }
  }

  /// Takes a bare word.
  mutating func word(_ wanted: TapeArgument) throws(TapeFlaw) -> (word: String, token: TapeToken) {
    let token = try token(wanted)
    guard case .word(let word) = token.kind else { throw flaw(token, .unexpected(token.source, wanted: wanted)) }
    return (word, token)
  }

  /// Takes a whole number within a range.
  mutating func number(_ wanted: TapeArgument, _ range: ClosedRange<Int>) throws(TapeFlaw) -> Int {
    let (word, token) = try word(wanted)
    guard !word.isEmpty, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw flaw(token, .unexpected(token.source, wanted: wanted))
    }
    guard let number = Int(word), range.contains(number) else {
      throw flaw(token, .outOfRange(wanted, word, least: range.lowerBound, most: range.upperBound))
    }
    return number
  }

  /// Takes a duration.
  mutating func duration(_ wanted: TapeArgument) throws(TapeFlaw) -> Duration {
    let (word, token) = try word(wanted)
    guard let duration = TapeDuration.read(word) else {
      throw flaw(token, .unexpected(token.source, wanted: wanted))
    }
    return duration
  }

  /// Takes a word of a closed list and answers what it stands for.
  mutating func choice<Value>(
    _ list: TapeVocabulary.List, _ wanted: TapeArgument, _ known: [String: Value]
  ) throws(TapeFlaw) -> Value {
    let (word, token) = try word(wanted)
    if let value = known[word] { return value }
    throw flaw(token, .unknownWord(list, word, known: known.keys.sorted()))
  }

  /// Takes a name and, where the caller gave a list, holds it against the list.
  mutating func listed(
    _ list: TapeVocabulary.List, _ wanted: TapeArgument, _ known: [String]
  ) throws(TapeFlaw) -> TapeText {
    guard let token = tokens.first else { return try name(wanted) }
    let text = try name(wanted)
    guard !known.isEmpty, text.names.isEmpty else { return text }
    let word = text.resolved([:])
    if known.contains(word) { return text }
    throw flaw(token, .unknownWord(list, word, known: known))
  }

  /// Takes the next token only if it is this word.
  mutating func takes(_ word: String) -> Bool {
    guard tokens.first?.kind == .word(word) else { return false }
    tokens.removeFirst()
    return true
  }

  /// A mistake at a token.
  func flaw(_ token: TapeToken, _ kind: TapeFaultKind) -> TapeFlaw {
    TapeFlaw(column: token.column, length: token.length, kind: kind)
  }
}
