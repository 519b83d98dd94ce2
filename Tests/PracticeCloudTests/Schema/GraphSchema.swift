import FoundationEssentials

/// Microsoft's own description of Graph v1.0 (CSDL), as far as this tenant answers it.
struct GraphSchema {
  struct Property {
    var name: String
    var type: String
    var isNullable: Bool
    /// Whether an answer holds it only where it was asked for.
    var isNavigation: Bool
  }

  private struct Structure {
    var base: String?
    var properties: [Property] = []
  }

  private var structures: [String: Structure] = [:]
  /// Properties by type and name, inherited ones too.
  private(set) var properties: [String: [String: Property]] = [:]
  private(set) var enumerations: [String: Set<String>] = [:]

  /// Reads the subset in `Tests/Schemas`.
  init() throws {
    var root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    root.removeLast(3)
    let path = root.joined(separator: "/") + "/Schemas/graph-v1.0-subset.csdl.xml"
    guard let data = FileManager.default.contents(atPath: path) else { throw Missing(path: path) }
    var current = ""
    for tag in String(decoding: data, as: UTF8.self).split(separator: "<").map(Tag.init) {
      let name = tag.attributes["Name"] ?? ""
      switch tag.name {
      case "EnumType":
        current = name
        enumerations[current] = []
      case "Member": enumerations[current]?.insert(name)
      case "ComplexType", "EntityType":
        current = name
        structures[current] = Structure(base: tag.attributes["BaseType"].map(Self.short))
      case "Property", "NavigationProperty":
        structures[current]?.properties.append(
          Property(
            name: name, type: Self.short(tag.attributes["Type"] ?? ""),
            isNullable: tag.attributes["Nullable"] != "false", isNavigation: tag.name == "NavigationProperty"))
      case "EntityContainer": current = ""
      default: break
      }
    }
    for type in structures.keys { properties[type] = inherited(type) }
  }

  struct Missing: Error { var path: String }

  private func inherited(_ type: String) -> [String: Property] {
    guard let structure = structures[type] else { return [:] }
    let own = Dictionary(structure.properties.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return (structure.base.map(inherited) ?? [:]).merging(own) { _, own in own }
  }

  /// A name without the schema's own and without the sign of a URI fragment.
  static func short(_ type: String) -> String {
    guard let end = type.firstIndex(of: "(") else {
      return type.hasPrefix("Edm.") ? type : String(type.split(separator: ".").last ?? "")
    }
    return type[...end] + short(String(type[type.index(after: end)...].dropLast())) + ")"
  }

  private struct Tag {
    var name: String
    var attributes: [String: String] = [:]

    init(_ text: Substring) {
      name = String(text.prefix { !" />".contains($0) })
      let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
      for index in stride(from: 0, to: parts.count - 1, by: 2) {
        guard let key = parts[index].split(separator: " ").last, key.hasSuffix("=") else { continue }
        attributes[String(key.dropLast())] = String(parts[index + 1])
      }
    }
  }
}
