import StoreModel
import TaskSync
import Testing

@testable import TaskStorage

/// Rows of the outbox as bytes: every kind comes back, and rows of older programs can still be read.
@Suite struct OutboxBlobTests {
  static let user = UserID(rawValue: "u")
  static let moment = Timestamp(ticks: 18_000_000_000_000_123)
  static let edits: [TaskEdit] = [
    .setStatus(.inProgress), .check(item: "i", isChecked: false), .addItem(id: "i", title: "é\nx", isChecked: true),
    .renameItem(id: "i", title: ""), .removeItem(id: "i"), .moveItem(id: "i", after: nil),
    .moveItem(id: "i", after: "j"), .setNote("a\nb"), .setTitle("t"), .setDue(nil), .setDue(moment), .setStart(nil),
    .setStart(moment), .setPriority(9), .moveToBucket(nil), .moveToBucket("b"), .assign(user), .unassign(user),
    .setCategory("category1", applies: true),
    .create(
      NewTask(
        list: ListID(rawValue: "l"), bucketID: "b", title: "new", percentComplete: 50, priority: 1, start: moment,
        due: nil, assignees: [user], categories: ["category2"], note: "n",
        checklist: [.init(id: "i", title: "x", isChecked: true, orderHint: "h")])),
    .delete,
  ]
  static let values: [EditBase.Value] = [
    .percentComplete(50), .item(title: "x", isChecked: true), .noItem, .place(after: nil), .place(after: "j"),
    .text("é"), .moment(nil), .moment(moment), .number(3), .bucket(nil), .bucket("b"), .applies(false),
    .task(Sample.task(7).task), .nothing,
  ]
  static let troubles: [ChangeTrouble] = [
    .conflict(remote: .complete, remoteCompletedBy: user), .itemConflict(isChecked: nil),
    .itemConflict(isChecked: true),
    .changed(remote: .text("theirs"), by: user), .changed(remote: .moment(nil), by: nil), .taskGone, .listGone,
    .forbidden(limit: nil), .forbidden(limit: "MaximumTasksInProject"), .malformed, .tooOld, .fileChanged,
    .severalAlike([TaskID(rawValue: "a"), TaskID(rawValue: "b")]),
  ]

  static let rows: [OutboxRow] =
    edits.map { Sample.row(3, $0) }
    + values.map { value in
      var row = Sample.row(4)
      row.base.value = value
      row.isMerged = true
      return row
    }
    + troubles.flatMap { [Sample.row(5, stop: .needsDecision($0)), Sample.row(6, stop: .refused($0))] }
    + [[], [TaskID(rawValue: "x")]].map { others in
      var row = Sample.row(7)
      row.attempt = CreationAttempt(started: moment, others: others)
      return row
    }

  @Test(arguments: rows) func everyRowComesBack(_ row: OutboxRow) throws {
    var writer = BlobWriter()
    writer.write(row)
    var reader = BlobReader(writer.bytes)
    #expect(try reader.row() == row)
  }

  @Test(arguments: rows) func aRowCutShortIsNoRow(_ row: OutboxRow) {
    var writer = BlobWriter()
    writer.write(row)
    for count in 0..<writer.bytes.count {
      var reader = BlobReader(Array(writer.bytes.prefix(count)))
      #expect(throws: BlobBroken.self) { try reader.row() }
    }
  }

  /// As the first released program wrote it.
  @Test func rowsOfTheFirstVersionCanBeRead() throws {
    var writer = BlobWriter()
    writer.write(Int64(12))
    for text in ["task", "list", "title"] { writer.write(text) }
    writer.write(1)
    writer.write("item")
    writer.write(true)
    writer.write("etag")
    writer.write(1)
    writer.write("sentence")
    writer.write(false)
    writer.write(Int64(77))
    writer.write(true)
    writer.write(1)
    writer.write(1)
    writer.write(2)
    var reader = BlobReader(writer.bytes)
    let row = try reader.row()
    #expect(row.id == 12 && row.edit == .check(item: "item", isChecked: true))
    #expect(row.base == EditBase(etag: ETag(rawValue: "etag"), value: .item(title: "sentence", isChecked: false)))
    #expect(row.made == Timestamp(ticks: 77) && row.sawRemoteComplete)
    #expect(row.stop == .needsDecision(.itemConflict(isChecked: true)))
    #expect(row.attempt == nil && !row.isMerged)
  }
}
