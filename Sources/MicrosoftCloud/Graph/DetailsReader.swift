import CloudWire
import StoreModel
import TaskSync

/// Reads Planner's task details, buckets and plans; these are small, so a tree will do.
enum DetailsReader {
  /// Details; nil when they lack a version.
  static func details(_ json: JSON) -> ServerDetails? {
    guard let object = json.object, let id = json["id"]?.string, let etag = json["@odata.etag"]?.string else {
      return nil
    }
    let checklist = (json["checklist"]?.object?.members ?? []).compactMap { member in
      member.value.object.map { _ in
        TaskDetails.ChecklistItem(
          id: member.name, title: member.value["title"]?.string ?? "",
          isChecked: member.value["isChecked"]?.bool ?? false, orderHint: member.value["orderHint"]?.string ?? "")
      }
    }
    let links = (json["references"]?.object?.members ?? []).compactMap { member in
      member.value.object.map { _ in
        TaskDetails.Link(
          address: address(member.name), alias: member.value["alias"]?.string ?? "",
          kind: member.value["type"]?.string ?? "Other")
      }
    }
    let known: Set = ["@odata.context", "@odata.etag", "id", "description"]
    var rest = JSON.object(JSON.Object(object.members.filter { !known.contains($0.name) })).bytes
    rest.removeFirst()
    rest.removeLast()
    let details = TaskDetails(
      task: TaskID(rawValue: id), etag: ETag(rawValue: etag), note: json["description"]?.string ?? "",
      checklist: checklist.sorted { inOrder($0.orderHint, $1.orderHint) }, links: links)
    return ServerDetails(details, rest: rest)
  }

  static func list(_ json: JSON) -> TaskList? {
    guard let id = json["id"]?.string else { return nil }
    let container = json["container"]
    let team = container?["type"]?.string == "roster" ? nil : container?["containerId"]?.string ?? json["owner"]?.string
    return TaskList(
      id: ListID(rawValue: id), etag: ETag(rawValue: json["@odata.etag"]?.string ?? ""),
      title: json["title"]?.string ?? "", teamID: team)
  }

  static func bucket(_ json: JSON) -> TaskList.Bucket? {
    json["id"]?.string.map {
      TaskList.Bucket(id: $0, name: json["name"]?.string ?? "", orderHint: json["orderHint"]?.string ?? "")
    }
  }

  /// What a plan calls its labels, from its details; those without a name are null there.
  static func labels(_ json: JSON) -> [String: String] {
    let members = json["categoryDescriptions"]?.object?.members ?? []
    return members.reduce(into: [:]) { labels, member in
      guard member.name.hasPrefix("category"), let name = member.value.string, !name.isEmpty else { return }
      labels[member.name] = name
    }
  }

  /// Planner orders by the values of characters; a prefix comes before what is longer.
  static func inOrder(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

  /// A link's address from its key: `%25 %2E %3A %40 %23` stand for `% . : @ #`.
  private static func address(_ key: String) -> String {
    var bytes: [UInt8] = []
    let coded = Array(key.utf8)
    var index = 0
    while index < coded.count {
      if coded[index] == UInt8(ascii: "%"), index + 2 < coded.count,
        let value = UInt8(String(decoding: coded[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        index += 3
      } else {
        bytes.append(coded[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
