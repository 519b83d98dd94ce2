import HTTPTypes
import CloudWire
import Testing

@testable import PracticeCloud

@Suite struct DetailsTests {
  let item = "0f1e2d3c-4b5a-4697-8877-665544332211"
  let type: JSON = "microsoft.graph.plannerChecklistItem"

  @Test func tickingAnItemKeepsItsTitleAndCountsOnTheTask() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Receive the dairy delivery")
    let id = task.details.checklist[1].id
    let ticked: JSON = ["checklist": .object([id: ["@odata.type": type, "isChecked": true]])]
    #expect(try desk.patchDetails(task, ticked).status == 204)
    let body = desk.get("/planner/tasks/\(task.id)/details").body
    #expect(body["checklist"]?[id]?["title"] == "Below 7 °C")
    #expect(body["checklist"]?[id]?["isChecked"] == true)
    #expect(body["checklist"]?[id]?["lastModifiedBy"]?["user"]?["id"]?.string == desk.caller.id)
    #expect(body["checklist"]?[id]?["lastModifiedDateTime"] == "2026-11-24T09:38:00Z")
    let after = try desk.task("Receive the dairy delivery")
    #expect(after.versions.current == 2)
    #expect(desk.get("/planner/tasks/\(task.id)").body["activeChecklistItemCount"] == 1)
  }

  @Test func aNoteThatStaysANoteLeavesTheTaskAlone() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Receive the dairy delivery")
    #expect(try desk.patchDetails(task, ["description": "Came short, 2 crates."]).status == 204)
    let after = try desk.task("Receive the dairy delivery")
    #expect(after.mark == task.mark)
    #expect(after.detailsMark.number == 2)
    #expect(try desk.patchDetails(task, ["description": ""]).status == 204)
    #expect(try desk.task("Receive the dairy delivery").mark.number == 2)
  }

  @Test func itemsAreMergedOneByOneAndFieldByField() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Receive the dairy delivery")
    let path = "/planner/tasks/\(task.id)/details"
    let (first, second) = (task.details.checklist[0].id, task.details.checklist[1].id)
    func check(_ id: String, _ fields: JSON.Object) -> JSON {
      var value = fields
      value["@odata.type"] = type
      return ["checklist": .object([id: .object(value)])]
    }
    let old = task.detailsMark.etag
    #expect(desk.patch(path, check(first, ["isChecked": false]), etag: old).status == 204)
    #expect(desk.patch(path, check(second, ["isChecked": true]), etag: old).status == 204)
    #expect(desk.patch(path, check(first, ["title": "Count all crates"]), etag: old).status == 204)
    #expect(desk.patch(path, check(first, ["isChecked": true]), etag: old).status == 409)
    #expect(desk.patch(path, ["checklist": .object([second: .null])], etag: old).status == 409)
    #expect(desk.patch(path, ["description": "Another"], etag: old).status == 204)
    #expect(desk.patch(path, ["description": "Mine"], etag: old).status == 409)
  }

  @Test func whatSomebodyRemovedDoesNotComeBackUnseen() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Receive the dairy delivery")
    let path = "/planner/tasks/\(task.id)/details"
    let id = task.details.checklist[2].id
    #expect(try desk.patchDetails(task, ["checklist": .object([id: .null])]).status == 204)
    let late: JSON = ["checklist": .object([id: ["@odata.type": type, "title": "Sign", "isChecked": true]])]
    #expect(desk.patch(path, late, etag: task.detailsMark.etag).status == 409)
    #expect(desk.get("/planner/tasks/\(task.id)").body["checklistItemCount"] == 2)
  }

  @Test func newItemsWantATitle() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Receive the dairy delivery")
    let untitled: JSON = ["checklist": .object([item: ["@odata.type": type, "isChecked": true]])]
    #expect(try desk.patchDetails(task, untitled).status == 400)
    let whole: JSON = [
      "checklist": .object([item: ["@odata.type": type, "title": "Wipe the ramp", "orderHint": " !"]])
    ]
    #expect(try desk.patchDetails(task, whole).status == 204)
    let body = desk.get("/planner/tasks/\(task.id)/details").body["checklist"]?[item]
    #expect(body?["isChecked"] == false)
    #expect(body?["orderHint"]?.string?.contains(" ") == false)
  }

  @Test func linksAreWebAddressesWithEncodedNames() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Count the till float")
    let value: JSON = ["@odata.type": "#microsoft.graph.plannerExternalReference", "alias": "Film", "type": "Other"]
    let plain: JSON = ["references": ["https://contoso-retail.example/film": value]]
    #expect(try desk.patchDetails(task, plain).status == 400)
    #expect(try desk.patchDetails(task, ["references": ["ftp%3A//contoso": value]]).status == 400)
    let key = "https%3A//contoso-retail%2Eexample/film"
    #expect(try desk.patchDetails(task, ["references": .object([key: value])]).status == 204)
    #expect(desk.get("/planner/tasks/\(task.id)").body["referenceCount"] == 1)
    #expect(try desk.patchDetails(task, ["references": .object([key: .null])]).status == 204)
    #expect(desk.get("/planner/tasks/\(task.id)/details").body["references"] == [:])
  }

  @Test func headOfficeKeepsWhatItPublished() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Hang the new offer posters")
    let id = task.details.checklist[0].id
    #expect(try desk.patch(task, ["title": "Hang posters"]).status == 403)
    #expect(try desk.patch(task, ["dueDateTime": nil]).status == 403)
    #expect(try desk.patchDetails(task, ["description": "Mine"]).status == 403)
    #expect(try desk.patchDetails(task, ["checklist": .object([id: .null])]).status == 403)
    #expect(desk.send(.delete, "/planner/tasks/\(task.id)", etag: task.mark.etag).status == 403)
    let ticked: JSON = [
      "checklist": .object([id: ["@odata.type": type, "title": "Window", "isChecked": true]])
    ]
    #expect(try desk.patchDetails(task, ticked).status == 204)
    #expect(try desk.patch(task, ["percentComplete": 100]).status == 204)
  }
}
