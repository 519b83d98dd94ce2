import CResources
import FoundationEssentials
import Testing

/// Every file below these folders of `Resources` is in the program, and nothing else is.
@Suite struct EmbeddedResourceTests {
  static let folders = ["Strings", "Scenarios", "Tapes", "Manual"]

  static var root: String {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/") + "/Resources"
  }

  static func filesOnDisk() throws -> [String] {
    var found: [String] = []
    for folder in folders {
      for path in try FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder) {
        let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
        var isFolder = false
        _ = FileManager.default.fileExists(atPath: "\(root)/\(folder)/\(path)", isDirectory: &isFolder)
        if !isHidden && !isFolder { found.append("\(folder)/\(path)") }
      }
    }
    return found.sorted()
  }

  static func embedded() -> [String: [UInt8]] {
    var table: [String: [UInt8]] = [:]
    for index in 0..<tillside_resource_count() {
      guard let entry = tillside_resource_at(index)?.pointee, let name = entry.name else { continue }
      table[String(cString: name)] = Array(UnsafeBufferPointer(start: entry.bytes, count: entry.length))
    }
    return table
  }

  @Test func everyFileIsListed() throws {
    #expect(try Self.filesOnDisk() == Self.embedded().keys.sorted())
  }

  @Test func everyEntryHoldsItsFile() throws {
    for (name, bytes) in Self.embedded() {
      let data = try #require(FileManager.default.contents(atPath: "\(Self.root)/\(name)"), "\(name)")
      #expect(Array(data) == bytes, "\(name)")
    }
  }

  @Test func lookUpIsByWholeName() {
    for name in Self.embedded().keys {
      #expect(tillside_resource_named(name)?.pointee.name.map { String(cString: $0) } == name)
    }
    #expect(tillside_resource_named("Scenarios/") == nil)
    #expect(tillside_resource_at(tillside_resource_count()) == nil)
  }
}
