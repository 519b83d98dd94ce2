import CResources

/// A page of the manual that came with the program.
struct ManualPage {
  /// Where help and mistakes in a tape lead somebody who has only the program.
  static let hint = "The language of tapes, step by step: tillside manual tapes."

  /// Its file's name without `.md`.
  var name: String
  /// Its text, as Markdown.
  var markdown: String

  /// Every page in the program, by name.
  static var all: [ManualPage] {
    (0..<tillside_resource_count()).compactMap { index in
      guard let file = tillside_resource_at(index)?.pointee else { return nil }
      let path = String(cString: file.name)
      guard path.hasPrefix("Manual/"), path.hasSuffix(".md") else { return nil }
      let bytes = UnsafeBufferPointer(start: file.bytes, count: file.length)
      return ManualPage(
        name: String(path.dropFirst(7).dropLast(3)), markdown: String(decoding: bytes, as: UTF8.self))
    }
  }

  /// What it is about: its first sentence.
  var purpose: String {
    let paragraphs = PageText(markdown, columns: .max).text.split(separator: "\n").dropFirst()
    guard let first = paragraphs.first else { return "" }
    return first.drop { $0 == " " }.split(separator: ". ", maxSplits: 1).first.map { $0 + "." } ?? ""
  }
}
