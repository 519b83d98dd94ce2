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
      let (named, source) = (try body.optionalText("file"), try body.optionalText("from"))
      try begin(upload: named ?? source.map { $0 + ".csv" } ?? "hierarchy.csv", by: author)
      let count = RowCount()
      uploadedRows = count
      let bytes = Array(csv.utf8)
      let teams = Set(world.teams.map(\.id))
      guard try body.truth("wait") ?? true else {
        let id = world.headquarters.lastUpload?.id
        Task { await validate(bytes, teams, upload: id, count) }
        return hierarchiesJSON
      }
      let read = TargetingFile(bytes, teams: teams)
      settle(read)
      if let problem = ControlProblem(all: read.problems.map(ControlProblem.init)) { throw problem }
      return hierarchiesJSON
    case "withdraw":
      world.headquarters.targeting = nil
      return hierarchiesJSON
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
      return hierarchiesJSON
    }
  }

  /// Hierarchies, the one in force, and how far the last upload is.
  var hierarchiesJSON: JSON {
    world.hierarchiesJSON(rows: uploadedRows.flatMap { $0.now.all > 0 ? $0.now : nil })
  }

  private func begin(upload file: String, by author: String) throws(ControlProblem) {
    if let last = world.headquarters.lastUpload, !last.isOver {
      throw ControlProblem(
        status: 409, what: "\(last.file) is still being checked.", place: "upload",
        help: "See: tillside-cloud hq hierarchies")
    }
    world.headquarters.lastUpload = HierarchyUpload(
      id: world.random.guid(), status: .starting, file: file, by: author, when: clock.now().wall, problems: [])
  }

  /// Checks an upload beside everything else the cloud is asked; a world that was put back meanwhile does not get it.
  private func validate(_ bytes: [UInt8], _ teams: Set<String>, upload id: String?, _ count: RowCount) async {
    func isCurrent() -> Bool { id != nil && world.headquarters.lastUpload?.id == id }
    guard isCurrent() else { return }
    world.headquarters.lastUpload?.status = .validating
    world.headquarters.lastUpload?.when = clock.now().wall
    keep()
    let read = await Task.detached { TargetingFile(bytes, teams: teams) { count.set($0, of: $1) } }.value
    guard isCurrent() else { return }
    settle(read)
    keep()
  }

  /// A good file replaces the hierarchy in force, a bad one leaves it and names every mistake.
  private func settle(_ read: TargetingFile) {
    world.headquarters.lastUpload?.status = read.problems.isEmpty ? .successful : .failed
    world.headquarters.lastUpload?.problems = read.problems
    world.headquarters.lastUpload?.when = clock.now().wall
    uploadedRows = nil
    if let hierarchy = read.hierarchy { world.headquarters.targeting = hierarchy }
  }
}

extension ControlProblem {
  init(_ problem: TargetingProblem) {
    self.init(status: 422, what: problem.what, place: problem.place, help: problem.help)
  }
}
