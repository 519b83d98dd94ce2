import CloudWire
import StoreModel

extension World {
  var storesJSON: JSON {
    .array(
      stores.map { store in
        let crew = crew(ofStore: store.number)
        let team = teams.first { $0.id == store.teamID }
        return [
          "number": .string(store.number), "name": .string(store.name),
          "managers": names(crew.filter { $0.role == .manager }), "workers": names(crew.filter { $0.role != .manager }),
          "teamId": team.map { .string($0.id) } ?? .null, "team": team.map { .string($0.name) } ?? .null,
          "owners": names(team?.owners.compactMap { person($0) } ?? []),
          "lists": .array(store.planIDs.compactMap { planner.plans[$0].map { .string($0.title) } }),
          "distributed": .bool(headquarters.distributed[store.number].map { isCurrent($0, store) } ?? false),
        ]
      })
  }

  /// Every team of the tenant, with the id that a link file names, and the store it is linked to.
  var teamsJSON: JSON {
    .array(
      teams.map { team in
        [
          "team": .string(team.name), "teamId": .string(team.id),
          "store": stores.first { $0.teamID == team.id }.map { .string($0.number) } ?? .null,
          "owners": names(team.owners.compactMap { person($0) }), "members": .int(team.members.count),
        ]
      })
  }

  private func isCurrent(_ told: StoreProfile, _ store: PracticeStore) -> Bool {
    var now = profileNow(of: store)
    now.issued = told.issued
    return now == told
  }

  func json(_ person: Person) -> JSON {
    [
      "username": .string(person.username), "displayName": .string(person.displayName),
      "store": person.store.map(JSON.string) ?? .null,
      "roles": .array(person.securityRoles.map { .string($0.rawValue) }),
      "mapped": .bool(person.isMapped), "employed": .bool(!person.hasLeft), "password": .string(person.password),
      "teams": .array(
        teams.filter { $0.members.contains(person.id) || $0.owners.contains(person.id) }.map { .string($0.name) }),
    ]
  }

  var rolesJSON: JSON {
    .array(
      SecurityRole.allCases.map { role in
        [
          "role": .string(role.rawValue),
          "holders": names(people.filter { !$0.hasLeft && $0.securityRoles.contains(role) }),
        ]
      })
  }

  /// `rows` of the last upload were read, of how many, while it is being checked.
  func hierarchiesJSON(rows: (read: Int, all: Int)?) -> JSON {
    [
      "hierarchies": .array(
        headquarters.hierarchies.map { hierarchy in
          [
            "name": .string(hierarchy.name),
            "purposes": .array(hierarchy.purposes.map(\.rawValue).sorted().map(JSON.string)),
            "offered": .bool(hierarchy.isOffered), "nodes": .int(hierarchy.nodes.count),
          ]
        }),
      "inForce": headquarters.targeting.map {
        ["nodes": .int($0.nodes.count), "buckets": .array($0.buckets.map(JSON.string))]
      }
        ?? .null,
      "upload": headquarters.lastUpload.map { $0.json(rows: rows) } ?? .null,
    ]
  }

  func json(_ result: Provisioned) -> JSON {
    let store = stores.first { $0.number == result.store }
    let team = teams.first { $0.id == store?.teamID }
    return [
      "store": .string(result.store), "outcome": .string(result.outcome.rawValue),
      "team": team.map { .string($0.name) } ?? .null, "teamId": team.map { .string($0.id) } ?? .null,
      "owners": names(team?.owners.compactMap { person($0) } ?? []), "members": .int(team?.members.count ?? 0),
    ]
  }

  func json(_ review: PublicationReview, of list: Publication) -> JSON {
    return [
      "target": .string(day(review.target.daysSince1970)),
      "stores": .array(
        review.stores.map { number in
          [
            "number": .string(number),
            "name": .string(stores.first { $0.number == number }?.name ?? ""),
          ]
        }),
      "tasks": .array(
        list.tasks.map { task in
          let due = day(review.target.daysSince1970 + task.offsetDays) + " " + time(task.dueMinutes)
          return task.json(due: due)
        }),
    ]
  }

  private func day(_ days: Int) -> String {
    String(WireDate(Timestamp(seconds: Int64(days) * 86_400)).iso.prefix(10))
  }

  private func time(_ minutes: Int) -> String {
    String(WireDate(Timestamp(seconds: Int64(minutes) * 60)).iso.dropFirst(11).prefix(5))
  }

  func json(_ list: Publication) -> JSON {
    [
      "id": .string(list.id), "list": .string(list.name), "state": .string(list.state.rawValue),
      "author": .string(person(list.author)?.displayName ?? ""),
      "published": list.published.map { .string(WireDate($0).iso) } ?? .null,
      "tasks": .array(list.tasks.map { $0.json(due: nil) }), "review": list.review.map { json($0, of: list) } ?? .null,
      "deliveries": .array(
        list.deliveries.map {
          ["store": .string($0.store), "outcome": .string($0.outcome.rawValue), "tasks": .int($0.taskIDs.count)]
        }),
    ]
  }

  private func names(_ people: [Person]) -> JSON { .array(people.map { .string($0.displayName) }) }
}

extension ListedTask {
  /// `due` is the day and time of a copy, where the target date is known.
  fileprivate func json(due: String?) -> JSON {
    [
      "title": .string(title), "due": due.map(JSON.string) ?? .null,
      "offsetDays": .int(offsetDays), "priority": .int(priority),
      "checklist": .array(checklist.map(JSON.string)),
      "requires": .array(gates.map(\.rawValue).sorted().map(JSON.string)),
    ]
  }
}

extension HierarchyUpload {
  fileprivate func json(rows: (read: Int, all: Int)?) -> JSON {
    var details = problems.map { (where: $0.place, what: $0.what, help: $0.help) }
    if status == .failed, details.isEmpty {
      details = [(where: "file", what: "The cloud stopped before the file was checked.", help: "Upload it again.")]
    }
    return [
      "id": .string(id), "status": .string(status.rawValue), "fileName": .string(file), "lastModifiedBy": .string(by),
      "lastUpdatedAt": .string(WireDate(when).iso),
      "errorDetails": .array(
        details.map { ["where": .string($0.where), "what": .string($0.what), "help": .string($0.help)] }),
      "rows": rows.map { ["read": .int($0.read), "all": .int($0.all)] } ?? .null,
    ]
  }
}

extension DistributedStore {
  var json: JSON { ["store": .string(store), "changed": .array(changed.map { .string($0.rawValue) })] }
}

extension PublicationReport.Line {
  var json: JSON {
    [
      "list": .string(list), "store": store.map(JSON.string) ?? .null, "task": task.map(JSON.string) ?? .null,
      "total": .int(total), "assigned": .int(assigned), "done": .int(done), "gone": .int(gone),
    ]
  }
}
