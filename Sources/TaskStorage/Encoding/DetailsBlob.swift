import StoreModel
import TaskSync

extension BlobWriter {
  mutating func write(_ server: ServerDetails) {
    let details = server.details
    write(details.task.rawValue)
    write(details.etag.rawValue)
    write(details.note)
    write(UInt64(details.checklist.count))
    for item in details.checklist { write(item) }
    write(UInt64(details.links.count))
    for link in details.links {
      write(link.address)
      write(link.alias)
      write(link.kind)
    }
    write(server.rest)
  }

  mutating func write(_ item: TaskDetails.ChecklistItem) {
    write(item.id)
    write(item.title)
    write(item.isChecked)
    write(item.orderHint)
  }
}

extension BlobReader {
  mutating func details() throws(BlobBroken) -> TaskDetails {
    TaskDetails(
      task: TaskID(rawValue: try text()), etag: ETag(rawValue: try text()), note: try text(),
      checklist: try many { reader throws(BlobBroken) in try reader.item() },
      links: try many { reader throws(BlobBroken) in
        TaskDetails.Link(address: try reader.text(), alias: try reader.text(), kind: try reader.text())
      })
  }

  mutating func item() throws(BlobBroken) -> TaskDetails.ChecklistItem {
    TaskDetails.ChecklistItem(id: try text(), title: try text(), isChecked: try bool(), orderHint: try text())
  }
}
