import Testing

/// Rooms stay small: a file over 400 lines holds more than one concept.
@Suite struct RoomSizeTests {
  static func lengths() throws -> [String: Int] {
    var lengths: [String: Int] = [:]
    for folder in ["Sources", "Tests", "Resources", "Tools", "Examples"] {
      for ending in [".swift", ".c", ".h", ".py"] {
        for path in try SourceTree.files(below: folder, ending: ending) {
          lengths[path] = try SourceTree.text(path).split(separator: "\n", omittingEmptySubsequences: false).count
        }
      }
    }
    return lengths
  }

  @Test func noFileIsOver400Lines() throws {
    #expect(try Self.lengths().filter { $0.value > 401 }.keys.sorted() == [])
  }

  @Test func nineFilesOfTenAreUnder250Lines() throws {
    let sorted = try Self.lengths().filter { $0.key.hasPrefix("Sources/") }.values.sorted()
    #expect(sorted[sorted.count * 9 / 10] <= 250)
    #expect(sorted[sorted.count / 2] <= 100)
  }

  @Test func noNamesThatSayNothing() throws {
    let empty = ["Utils", "Helpers", "Manager", "Common"]
    let found = try Self.lengths().keys.filter { path in
      empty.contains { path.split(separator: "/").last?.contains($0) ?? false }
    }
    #expect(found.sorted() == [])
  }

  @Test func nothingIsLeftForLater() throws {
    var found: [String] = []
    for path in try SourceTree.files(below: "Sources", ending: ".swift") {
      let text = try SourceTree.text(path)
      for mark in ["TODO", "FIXME", "fatalError(", "try!"] where text.contains(mark) {
        found.append("\(path): \(mark)")
      }
    }
    #expect(found.sorted() == [])
  }
}
