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
    case unknownWord(String, nearest: String?)
    case missing(what: String)
    case surplus(String)
    case notNumber(String)
  }

  /// Call of the control interface: `hq/provision`.
  public let call: String
  /// Its fields by name.
  public private(set) var fields: [String: Value]

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
      throw .unknownWord(words[position], nearest: NearestWord.to(words[position], among: known))
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
          let nearest = NearestWord.to(word, among: form.options.map { "--" + $0.name })
          throw .unknownWord(word, nearest: nearest)
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
    switch part.kind {
    case .text: fields[part.field] = .text(word)
    case .number:
      guard let number = Int(word) else { throw .notNumber(word) }
      fields[part.field] = .number(number)
    case .position:
      guard word == "on" || word == "off" else {
        throw .unknownWord(word, nearest: NearestWord.to(word, among: ["on", "off"]))
      }
      fields[part.field] = .truth(word == "on")
    case .texts:
      guard case .texts(let before)? = fields[part.field] else { return fields[part.field] = .texts([word]) }
      fields[part.field] = .texts(before + [word])
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
