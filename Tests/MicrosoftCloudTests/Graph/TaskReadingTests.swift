import CloudWire
import StoreModel
import TaskSync
import Testing

@testable import MicrosoftCloud

@Suite struct TaskReadingTests {
  static let sample = """
    {"@odata.context":"x","@odata.count":1,"@odata.nextLink":"https://graph.example/next?a=1","value":[
    {"@odata.etag":"W/\\"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBAWCc=\\"","planId":"plan","bucketId":null,"title":"Crates \\u00e9 \\"x\\"",
    "orderHint":"85 !","assigneePriority":"p","percentComplete":50,"startDateTime":null,"createdDateTime":"2015-03-24T18:36:49.2407981Z",
    "dueDateTime":"2026-11-23T10:00:00Z","hasDescription":true,"previewType":"automatic","completedDateTime":null,"completedBy":null,
    "referenceCount":2,"checklistItemCount":3,"activeChecklistItemCount":1,"conversationThreadId":null,"priority":3,"id":"task",
    "createdBy":{"user":{"displayName":null,"id":"creator"},"application":{"id":"app"}},
    "appliedCategories":{"category3":true,"category1":true,"category2":false},
    "assignments":{"user-2":{"@odata.type":"#microsoft.graph.plannerAssignment","orderHint":"a"},"user-1":{"orderHint":"b"}},
    "someday":{"deep":[1,{"x":"]}"}]}}, {"title":"no id"}, 7]}
    """

  @Test func aTaskIsReadAndItsUnknownRestKept() throws {
    let page = try GraphBody.tasks(Array(Self.sample.utf8))
    #expect(page.next == "https://graph.example/next?a=1")
    let read = try #require(page.elements.first)
    #expect(page.elements.count == 1)
    #expect(
      read.task
        == StoreTask(
          id: TaskID(rawValue: "task"), etag: ETag(rawValue: "W/\"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBAWCc=\""),
          list: ListID(rawValue: "plan"), title: "Crates é \"x\"", percentComplete: 50, priority: 3,
          due: Timestamp(iso8601: "2026-11-23T10:00:00Z"), created: Timestamp(ticks: 14_272_222_092_407_981),
          createdBy: UserID(rawValue: "creator"), assignees: [UserID(rawValue: "user-2"), UserID(rawValue: "user-1")],
          categories: ["category1", "category3"], orderHint: "85 !", hasNote: true, checklistCount: 3,
          openChecklistCount: 1, linkCount: 2))
    let rest = try JSON.parse([UInt8(ascii: "{")] + read.rest + [UInt8(ascii: "}")])
    #expect(rest["someday"]?["deep"]?.array?.count == 2)
    #expect(rest["assigneePriority"]?.string == "p" && rest["previewType"]?.string == "automatic")
    #expect(rest["assignments"]?["user-2"]?["orderHint"]?.string == "a")
    #expect(rest["title"] == nil)
  }

  @Test(arguments: [
    ("plain", "plain"), (#"a\nb\t\"c\"\\\/"#, "a\nb\t\"c\"\\/"), (#"\u00e9\ud83d\ude00x"#, "é😀x"),
    (#"\ud83d!"#, "\u{FFFD}!"), (#"\q\u12"#, #"\q\u12"#), ("é😀", "é😀"), ("", ""),
  ])
  func escapesAreResolved(_ wire: String, _ text: String) throws {
    let body = #"{"value":[{"id":"i","@odata.etag":"e","planId":"p","title":""# + wire + #""}]}"#
    #expect(try GraphBody.tasks(Array(body.utf8)).elements.first?.task.title == text)
  }

  @Test func aBodyCutAnywhereIsUnreadableAndNeverHalfRead() {
    let bytes = Array(Self.sample.utf8)
    for length in 0..<bytes.count {
      #expect(throws: JSONFault.self) { try GraphBody.tasks(Array(bytes.prefix(length))) }
    }
  }

  @Test(arguments: [
    "<html></html>", "[]", "{}", "{\"value\":7}", "{\"value\":[]} x", "null", "{\"value\":[{\"id\":\"a\\\"}]}",
  ])
  func whatIsNoListIsUnreadable(_ body: String) {
    #expect(throws: JSONFault.self) { try GraphBody.tasks(Array(body.utf8)) }
  }
}
