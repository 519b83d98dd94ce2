import CloudWire
import StoreModel

extension PracticeCloud {
  func changeHierarchies(_ request: HeadquartersBody) throws(ControlProblem) -> JSON {
    let body = request.fields
    switch request.action {
    case "upload":
      let author = try body.optionalText("username") ?? "Teams admin"
      // Teams can be given a hierarchy of headquarters straight away, as it would be downloaded.
      let csv =
        if let name = try body.optionalText("from") { try world.targetingFile(of: name) } else { try body.text("csv") }
      return try upload(csv: csv, file: body.optionalText("file") ?? "hierarchy.csv", by: author)
    case "withdraw":
      world.headquarters.targeting = nil
      return world.hierarchiesJSON
    default:
      guard let purpose = try body.word("purpose", as: OrganizationHierarchy.Purpose.self) else {
        let known = OrganizationHierarchy.Purpose.allCases.map(\.rawValue).joined(separator: ", ")
        throw .missing("purpose", "Use one of: \(known).")
      }
      let index = try world.hierarchy(named: body.text("name"))
      if request.action == "assign" {
        world.headquarters.hierarchies[index].purposes.insert(purpose)
      } else {
        world.headquarters.hierarchies[index].purposes.remove(purpose)
      }
      return world.hierarchiesJSON
    }
  }

  /// Takes an upload; a good one replaces the hierarchy in force, a bad one leaves it and names every mistake.
  private func upload(csv: String, file: String, by author: String) throws(ControlProblem) -> JSON {
    let read = TargetingFile(Array(csv.utf8), teams: Set(world.teams.map(\.id)))
    let problems = read.problems
    world.headquarters.lastUpload = HierarchyUpload(
      id: world.random.guid(), status: problems.isEmpty ? .successful : .failed, file: file, by: author,
      when: clock.now().wall, problems: problems)
    if let problem = ControlProblem(all: problems.map(ControlProblem.init)) { throw problem }
    world.headquarters.targeting = read.hierarchy
    return world.hierarchiesJSON
  }
}

extension ControlProblem {
  init(_ problem: TargetingProblem) {
    self.init(status: 422, what: problem.what, place: problem.place, help: problem.help)
  }
}
