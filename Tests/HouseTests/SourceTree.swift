import FoundationEssentials

/// The sources of this package as the house rules see them.
enum SourceTree {
  /// The package's folder.
  static let root: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  /// Paths of all files with an ending below a folder of the package, relative to the package; none of hidden folders.
  static func files(below folder: String, ending: String) throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder)
    let seen = names.filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") && !$0.contains("/.") }
    return seen.map { folder + "/" + $0 }.sorted()
  }

  /// The text of a file of the package.
  static func text(_ path: String) throws -> String {
    String(decoding: FileManager.default.contents(atPath: root + "/" + path) ?? .init(), as: UTF8.self)
  }

  /// The modules a Swift file imports.
  static func imports(_ path: String) throws -> [String] {
    try text(path).split(separator: "\n").compactMap { line in
      var words = line.split(separator: " ").map(String.init)
      words.removeAll { $0.hasPrefix("@") || ["public", "internal", "package", "private", "fileprivate"].contains($0) }
      guard words.first == "import", let last = words.last else { return nil }
      return last.split(separator: ".").first.map(String.init)
    }
  }
}
