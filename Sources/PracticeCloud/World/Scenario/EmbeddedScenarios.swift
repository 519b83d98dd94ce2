import CResources

extension Scenario {
  /// The scenario where none is named.
  public static let usual = "contoso-retail"

  /// Names of the scenarios in this program, sorted.
  public static var names: [String] {
    (0..<tillside_resource_count()).compactMap { index in
      guard let name = tillside_resource_at(index)?.pointee.name.map({ String(cString: $0) }),
        name.hasPrefix("Scenarios/"), name.hasSuffix(".json")
      else { return nil }
      return String(name.dropFirst(10).dropLast(5))
    }
    .sorted()
  }

  /// A scenario of this program by name (`contoso-retail`).
  public static func load(named name: String) throws(ScenarioError) -> Scenario {
    try read(bytes(named: name), name: name)
  }

  static func bytes(named name: String) throws(ScenarioError) -> [UInt8] {
    guard names.contains(name), let file = tillside_resource_named("Scenarios/\(name).json")?.pointee else {
      throw .unknown(name: name, known: names)
    }
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
  }
}
