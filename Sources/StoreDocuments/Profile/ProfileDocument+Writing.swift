public import StoreModel

extension ProfileDocument {
  /// The profile as YAML that `read` takes back to the same value; texts are quoted, so that no reader takes `012` for
  /// a number.
  public static func write(_ profile: StoreProfile) -> String {
    var lines = ["store: " + quoted(profile.storeNumber)]
    if !profile.register.isEmpty { lines.append("register: " + quoted(profile.register)) }
    if !profile.chain.isEmpty { lines.append("chain: " + quoted(profile.chain)) }
    if !profile.storeName.isEmpty { lines.append("name: " + quoted(profile.storeName)) }
    if let team = profile.teamID { lines.append("team: " + quoted(team)) }
    if !profile.planIDs.isEmpty {
      lines.append("plans:")
      lines += profile.planIDs.map { "  - " + quoted($0) }
    }
    lines.append("integration: " + (profile.isIntegrationOn ? "on" : "off"))
    if let issued = profile.issued { lines.append("issued: " + issued.iso8601) }
    if !profile.members.isEmpty { lines.append("accounts:") }
    for member in profile.members {
      lines.append("  - user: " + quoted(member.user.rawValue))
      lines.append("    username: " + quoted(member.username))
      lines.append("    name: " + quoted(member.displayName.isEmpty ? member.username : member.displayName))
      lines.append("    role: " + member.role.rawValue)
      lines.append("    manageTasks: " + (member.mayManageTasks ? "yes" : "no"))
    }
    if !profile.neighbours.isEmpty { lines.append("otherStores:") }
    for neighbour in profile.neighbours {
      lines.append("  - user: " + quoted(neighbour.user.rawValue))
      lines.append("    store: " + quoted(neighbour.storeNumber))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A text between double quotes (YAML 1.2 §7.3.1): nothing in it is read as anything but itself.
  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        out += "\\"
        out.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0xFEFF:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
