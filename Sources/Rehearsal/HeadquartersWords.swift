import CloudWire
import Tape

/// What head office says to an order, in one line for those who look on; in English, as `tillside-cloud hq` says it.
struct HeadquartersWords {
  private let order: HeadquartersOrder
  private let answer: JSON?

  init(_ order: HeadquartersOrder, _ answer: JSON?) {
    self.order = order
    self.answer = answer
  }

  /// The line; nil for an answer that tells nothing.
  var line: String? { sentence.map { "Head office: " + $0 } }

  private var sentence: String? {
    switch order.call {
    case "hq/provision", "hq/sync": rows { [$0["store"]?.string, $0["outcome"]?.string.map(outcome)] }
    case "hq/distribute":
      rows { row in
        let changed = texts(row["changed"])
        return [row["store"]?.string, changed.isEmpty ? "nothing new" : changed]
      }
    case "hq/link-teams": rows { [$0["store"]?.string, "linked"] }
    case "hq/integration": "the Teams integration is \(position)."
    case "hq/licences": "licences are \(position)."
    case "hq/staff": staff
    case "hq/roles": text("username").map { "\($0) is \(roles) now." }
    case "hq/hierarchies": hierarchies
    case "hq/publish": publishing
    default: nil
    }
  }

  private var staff: String? {
    guard let account = text("username") else { return nil }
    return switch text("action") {
    case "hire": "\(account) works here now."
    case "dismiss": "\(account) has left."
    case "map": "\(account) is mapped."
    case "unmap": "\(account) is not mapped any more."
    default: nil
    }
  }

  private var roles: String {
    let held = texts(answer?["roles"])
    return held.isEmpty ? "nothing" : held
  }

  private var hierarchies: String? {
    let nodes = answer?["inForce"]?["nodes"]?.int
    return nodes.map { "Teams has a targeting hierarchy of \($0) nodes." } ?? "Teams has no targeting hierarchy."
  }

  private var publishing: String? {
    guard let list = text("list") ?? text("task") else { return nil }
    switch text("action") {
    case "draft": return "\(list) is a draft."
    case "add": return text("title").map { "\($0) is in \(list)." }
    case "duplicate": return text("as").map { "\($0) is a draft with the tasks of \(list)." }
    case "approve": return "\(list) is approved."
    case "unpublish": return "\(list) is taken back: no store has it any more."
    case "review":
      let stores = (answer?["stores"]?.array ?? []).compactMap { $0["number"]?.string }
      return "\(list), target date \(answer?["target"]?.string ?? "none"), goes to \(stores.joined(separator: ", "))."
    case "confirm":
      let stores = (answer?["deliveries"]?.array ?? []).map { delivery in
        [delivery["store"]?.string, delivery["outcome"]?.string].compactMap(\.self).joined(separator: " ")
      }
      return "\(list): " + stores.joined(separator: ", ") + "."
    default: return nil
    }
  }

  /// A row for each store; nil where there is none.
  private func rows(_ row: (JSON) -> [String?]) -> String? {
    let rows = (answer?.array ?? []).map { row($0).compactMap(\.self).joined(separator: " ") }
    return rows.isEmpty ? nil : rows.joined(separator: ", ") + "."
  }

  private func outcome(_ word: String) -> String {
    switch word {
    case "no-managers": "no team, for it has no manager"
    case "no-owners": "no owner, for its managers have left"
    case "no-licence": "no team, for no account has a licence of Teams"
    default: word
    }
  }

  private func texts(_ list: JSON?) -> String { (list?.array ?? []).compactMap(\.string).joined(separator: ", ") }

  private func text(_ field: String) -> String? {
    if case .text(let text)? = order.fields[field] { text } else { nil }
  }

  private var position: String {
    if case .truth(true)? = order.fields["on"] { "on" } else { "off" }
  }
}
