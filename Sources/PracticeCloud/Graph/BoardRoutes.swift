import CloudWire
import HTTPTypes

extension World {
  /// `/planner/tasks/{id}/bucketTaskBoardFormat` and `…/progressTaskBoardFormat`
  mutating func place(
    _ call: GraphCall, _ id: String, on board: WritableKeyPath<BoardPlaces, BoardPlaces.Place>, _ kind: VersionMark.Kind
  ) throws(GraphFault) -> GraphReply {
    let found = try task(id, for: call)
    let place = found.board[keyPath: board]
    let name = kind == .bucketBoard ? "bucketTaskBoardFormat" : "progressTaskBoardFormat"
    func reply(_ place: BoardPlaces.Place) -> GraphReply {
      call.entity("planner/tasks('\(id)')/\(name)/$entity") { $0.placeMembers(place, kind, id: id) }
    }
    switch call.method {
    case .get: return reply(place)
    case .patch:
      let seen = try call.seenVersion(of: VersionMark(kind, place.versions.current))
      let body = try PlannerBody(call, type: "microsoft.graph.planner\(name.prefix(1).uppercased())\(name.dropFirst())")
      var edits: [FieldEdit<BoardPlaces.Place>] = []
      for member in body.properties {
        switch member.name {
        case "orderHint":
          let hint = try member.place()
          edits.append(FieldEdit(PlannerField("orderHint")) { $0.orderHint = hint })
        case "id": throw PlannerBody.readOnly("id")
        default: throw body.unknown(member.name)
        }
      }
      var changed = found
      changed.board[keyPath: board] = try FieldEdit.merged(edits, into: place, versions: \.versions, seen: seen)
      planner.replace(changed)
      return call.changed { reply(changed.board[keyPath: board]) }
    default: throw .methodNotAllowed
    }
  }

  /// `/planner/tasks/{id}/assignedToTaskBoardFormat`
  mutating func assigneePlaces(_ call: GraphCall, _ id: String) throws(GraphFault) -> GraphReply {
    let found = try task(id, for: call)
    let places = found.board.byAssignee
    func reply(_ places: BoardPlaces.AssigneePlaces) -> GraphReply {
      call.entity("planner/tasks('\(id)')/assignedToTaskBoardFormat/$entity") { $0.placeMembers(places, id: id) }
    }
    switch call.method {
    case .get: return reply(places)
    case .patch:
      let seen = try call.seenVersion(of: VersionMark(.assigneeBoard, places.versions.current))
      let body = try PlannerBody(call, type: "microsoft.graph.plannerAssignedToTaskBoardTaskFormat")
      var changed = found
      changed.board.byAssignee = try FieldEdit.merged(
        try body.assigneePlaces(), into: places, versions: \.versions, seen: seen)
      planner.replace(changed)
      return call.changed { reply(changed.board.byAssignee) }
    default: throw .methodNotAllowed
    }
  }
}

extension PlannerBody {
  fileprivate func assigneePlaces() throws(GraphFault) -> [FieldEdit<BoardPlaces.AssigneePlaces>] {
    var edits: [FieldEdit<BoardPlaces.AssigneePlaces>] = []
    for member in properties {
      switch member.name {
      case "unassignedOrderHint":
        let hint = try member.place()
        edits.append(FieldEdit(PlannerField("unassignedOrderHint")) { $0.unassignedOrderHint = hint })
      case "orderHintsByAssignee":
        for entry in try member.entries() {
          guard Self.isGUID(entry.name) else {
            throw .invalid("The identifier '\(entry.name)' is not in a valid format.")
          }
          let user = entry.name.lowercased()
          let hint = entry.value == .null ? nil : try entry.place()
          edits.append(FieldEdit(PlannerField("orderHintsByAssignee", user)) { $0.orderHints[user] = hint })
        }
      case "id": throw Self.readOnly("id")
      default: throw unknown(member.name)
      }
    }
    return edits
  }
}

extension ODataWriter {
  fileprivate mutating func placeMembers(_ place: BoardPlaces.Place, _ kind: VersionMark.Kind, id: String) {
    etag(VersionMark(kind, place.versions.current))
    member("orderHint", place.orderHint)
    member("id", id)
  }

  fileprivate mutating func placeMembers(_ places: BoardPlaces.AssigneePlaces, id: String) {
    etag(VersionMark(.assigneeBoard, places.versions.current))
    member("unassignedOrderHint", places.unassignedOrderHint)
    member("id", id)
    member("orderHintsByAssignee") { hints in
      for (user, hint) in places.orderHints.sorted(by: { $0.key < $1.key }) { hints.member(user, hint) }
    }
  }
}
