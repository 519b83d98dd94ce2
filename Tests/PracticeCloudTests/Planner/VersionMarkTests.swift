import Testing

@testable import PracticeCloud

@Suite struct VersionMarkTests {
  @Test func firstVersionsAreThoseOfTheDocumentation() {
    #expect(VersionMark(.task, 1).etag == "W/\"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBARCc=\"")
    #expect(VersionMark(.bucket, 1).etag == "W/\"JzEtQnVja2V0QEBAQEBAQEBAQEBAQEBARCc=\"")
    #expect(VersionMark(.task, 6).etag == "W/\"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBAWCc=\"")
  }

  @Test func marksAreReadBack() {
    for kind in VersionMark.Kind.allCases {
      for number in [1, 2, 7, 8, 255, 1_000_000] {
        #expect(VersionMark(etag: VersionMark(kind, number).etag) == VersionMark(kind, number))
      }
    }
  }

  @Test func laterMarksAreGreaterOnceDecoded() throws {
    func decoded(_ number: Int) throws -> [UInt8] {
      try #require(EtagText.decode(VersionMark(.task, number).etag.utf8.dropFirst(3).dropLast()))
    }
    for number in 1..<100 {
      #expect(try decoded(number).lexicographicallyPrecedes(decoded(number + 1)))
    }
  }

  @Test func everythingElseIsForeign() {
    for text in [
      "", "*", "W/\"\"", "W/\"AAAA\"", "\"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBARCc=\"",
      "W/\"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBAQCc=\"", "W/\"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBARCc\"",
    ] {
      #expect(VersionMark(etag: text) == nil, "\(text)")
    }
  }
}
