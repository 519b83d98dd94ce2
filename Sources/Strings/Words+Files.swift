internal import CResources

extension Words {
  /// The languages there are words for, by code, English first; `en-US` is English as one country writes it.
  public static let languages: [String] = {
    let names = (0..<tillside_resource_count()).compactMap { tillside_resource_at($0)?.pointee.name }
    let files = names.map { String(cString: $0) }.filter { $0.hasPrefix("Strings/") }
    let codes = files.map { String($0.dropFirst("Strings/".count).prefix { $0 != "." }) }
    return codes.filter { $0 == "en" } + codes.filter { $0 != "en" }.sorted()
  }()

  /// The words of a language by its code as people and settings write it: `de`, `de-AT`, `de_DE.UTF-8`, `EN-us`; of the
  /// language as such where its country has no words of its own. Nil where nothing speaks that language.
  public init?(language code: String) {
    let parts = code.prefix { $0 != "." && $0 != "@" }.split { $0 == "-" || $0 == "_" }.map { $0.lowercased() }
    guard let base = parts.first else { return nil }
    let country = parts.count > 1 ? base + "-" + parts[1].uppercased() : base
    guard let found = [country, base].first(where: Words.languages.contains) else { return nil }
    if found == "en" {
      self = .english
    } else {
      let names = found == base ? [base] : [base, found]
      self.init(language: found, files: names.compactMap(Words.file))
    }
  }

  /// The words a locale asks for (POSIX: `LC_ALL` goes before `LC_MESSAGES`, that before `LANG`); English where it names
  /// no language that is spoken here.
  public static func spoken(in environment: [String: String]) -> Words {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
    let locale = names.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale.flatMap { Words(language: $0) } ?? .english
  }

  static func file(_ language: String) -> [UInt8]? { resource("Strings/\(language).strings") }

  /// Reads `key = text` lines; `#` starts a comment line, `\n` in a text is a line break.
  static func parse(_ file: [UInt8]) -> [String: String] {
    var texts: [String: String] = [:]
    for line in file.split(separator: UInt8(ascii: "\n")) {
      guard line.first != UInt8(ascii: "#"), let equals = line.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let key = String(decoding: line[..<equals], as: UTF8.self).filter { $0 != " " }
      let text = String(decoding: line[(equals + 1)...].drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
      texts[key] = text.contains("\\n") ? Words.unescape(text) : text
    }
    return texts
  }

  private static func unescape(_ text: String) -> String {
    var out = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        out.append(character == "n" ? "\n" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        out.append(character)
      }
    }
    return out
  }
}
