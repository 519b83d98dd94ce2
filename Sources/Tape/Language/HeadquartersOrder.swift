import StoreModel

/// What head office is told to do, in the words of `tillside-cloud hq`: `provision --store 041`.
///
/// It holds everything that changes something; what only looks is read by people and not by tapes.
public struct HeadquartersOrder: Hashable, Sendable {
  /// A value of the call.
  public enum Value: Hashable, Sendable {
    case text(String)
    case number(Int)
    case truth(Bool)
    case texts([String])
  }

  /// Why words are no order.
  public enum Flaw: Error, Hashable, Sendable {
    case unknownWord(String, known: [String])
    case missing(what: String)
    case surplus(String)
    case notNumber(String)
    case outOfRange(Int, ClosedRange<Int>)
    case badForm(String, WordForm)
  }

  /// How a word has to be written that is neither a name nor one of a list.
  public enum WordForm: Hashable, Sendable { case time, day, link, condition, newAccount }

  /// Call of the control interface: `hq/provision`.
  public let call: String
  /// Its fields by name.
  public private(set) var fields: [String: Value]
  /// Accounts it names, which have to be there.
  public private(set) var accounts: [String] = []
  /// Whoever it takes on, by account and by name.
  var newcomers: [String] {
    guard fields["action"] == .text("hire") else { return [] }
    return ["username", "name"].compactMap { if case .text(let text)? = fields[$0] { text } else { nil } }
  }

  /// Reads an order's words.
  public init(_ words: [String]) throws(Flaw) {
    let forms = HeadquartersForm.all.filter { words.starts(with: $0.words) }
    guard let form = forms.max(by: { $0.words.count < $1.words.count }) else {
      let verbs = HeadquartersForm.all.filter { $0.words.first == words.first && $0.words.count > 1 }
      let position = verbs.isEmpty ? 0 : 1
      guard position < words.count else {
        throw .missing(what: words.isEmpty ? "an order such as provision" : "what to do with \(words[0])")
      }
      let known = verbs.isEmpty ? HeadquartersForm.all.compactMap(\.words.first) : verbs.map { $0.words[1] }
      throw .unknownWord(words[position], known: Set(known).sorted())
    }
    call = form.call
    fields = form.action.map { ["action": .text($0)] } ?? [:]
    try read(words, form)
  }

  private mutating func read(_ words: [String], _ form: HeadquartersForm) throws(Flaw) {
    var arguments = form.arguments[...]
    var position = form.words.count
    while position < words.count {
      let word = words[position]
      if word.hasPrefix("--") {
        guard let option = form.options.first(where: { "--" + $0.name == word }) else {
          throw .unknownWord(word, known: form.options.map { "--" + $0.name })
        }
        guard position + 1 < words.count else { throw .missing(what: "what belongs to \(word)") }
        try take(words[position + 1], as: option)
        position += 2
      } else {
        guard let argument = arguments.popFirst() else { throw .surplus(word) }
        try take(word, as: argument)
        position += 1
      }
    }
    if let missing = arguments.first { throw .missing(what: "the \(missing.name)") }
    if let missing = form.options.first(where: { $0.isRequired && fields[$0.field] == nil }) {
      throw .missing(what: "--\(missing.name)")
    }
  }

  private mutating func take(_ word: String, as part: HeadquartersForm.Part) throws(Flaw) {
    guard !word.isEmpty || part.mayBeEmpty else { throw .missing(what: "the \(part.name)") }
    switch part.kind {
    case .number(let range):
      guard let number = Int(word) else { throw .notNumber(word) }
      guard range.contains(number) else { throw .outOfRange(number, range) }
      fields[part.field] = .number(number)
      return
    case .word(let known) where !known.contains(word):
      throw .unknownWord(word, known: known)
    case .position:
      guard word == "on" || word == "off" else {
        throw .unknownWord(word, known: ["on", "off"])
      }
      fields[part.field] = .truth(word == "on")
      return
    case .form(let form) where !form.fits(word): throw .badForm(word, form)
    case .account: accounts.append(word)
    case .text, .word, .form: break
    }
    guard part.isRepeated else { return fields[part.field] = .text(word) }
    guard case .texts(let before)? = fields[part.field] else { return fields[part.field] = .texts([word]) }
    fields[part.field] = .texts(before + [word])
  }
}

extension HeadquartersOrder.WordForm {
  func fits(_ word: String) -> Bool {
    switch self {
    case .time:
      let parts = word.split(separator: ":").compactMap { Int($0) }
      return word.utf8.count == 5 && parts.count == 2 && (0...23).contains(parts[0]) && (0...59).contains(parts[1])
    case .day:
      let parts = word.split(separator: "-", omittingEmptySubsequences: false).compactMap { Int($0) }
      guard word.utf8.count == 10, parts.count == 3 else { return false }
      return CalendarDate(year: parts[0], month: parts[1], day: parts[2]).exists
    case .link: return word.hasPrefix("https://") || word.hasPrefix("http://")
    case .condition: return word.split(separator: "=", maxSplits: 1).count == 2
    case .newAccount: return word.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "@") }
    }
  }
}

extension HeadquartersOrder {
  /// Reads an order on one line.
  public init(line: String) throws(Flaw) { try self.init(Self.words(line)) }

  /// Words of a line: blanks part them, and quotes of either kind hold a word with blanks together.
  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var current: String?
    var quote: Character?
    for character in line {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
        current = current ?? ""
      } else if character == " ", quote == nil {
        if let word = current { words.append(word) }
        current = nil
      } else {
        current = (current ?? "") + String(character)
      }
    }
    return words + (current.map { [$0] } ?? [])
  }
}
