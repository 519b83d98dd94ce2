import CloudWire
import Testing

@testable import PracticeCloud

@Suite struct PagingTests {
  @Test func pagesLeadThroughTheWholeList() throws {
    var desk = try GraphDesk()
    let path = "/planner/plans/\(try desk.plan("Food safety").id)/tasks"
    let all = desk.get(path).values
    desk.world.planner.pageSize = 4
    var found: [String] = []
    var next: String? = path
    var sizes: [Int] = []
    while let link = next {
      let page = desk.get(link.replacing(GraphDesk.base, with: ""))
      #expect(page.body["@odata.count"]?.int == page.values.count)
      sizes.append(page.values.count)
      found += page.values.compactMap { $0["id"]?.string }
      next = page.body["@odata.nextLink"]?.string
    }
    #expect(sizes == [4, 4, 1])
    #expect(found == all.compactMap { $0["id"]?.string })
  }

  @Test func aTaskThatGoesBetweenPagesTakesNoOtherWithIt() throws {
    var desk = try GraphDesk()
    desk.world.planner.pageSize = 3
    let first = desk.get("/me/planner/tasks")
    let next = try #require(first.body["@odata.nextLink"]?.string)
    let gone = try #require(first.values.first?["id"]?.string)
    desk.world.planner.remove(task: gone)
    let second = desk.get(next.replacing(GraphDesk.base, with: ""))
    desk.world.planner.pageSize = nil
    let rest = desk.get("/me/planner/tasks").values
    #expect(second.values.first?["id"] == rest[2]["id"])
  }

  @Test func tokensAreOpaqueButChecked() throws {
    var desk = try GraphDesk()
    desk.world.planner.pageSize = 3
    #expect(desk.get("/me/planner/tasks?$skiptoken=elsewhere!").status == 400)
  }
}
