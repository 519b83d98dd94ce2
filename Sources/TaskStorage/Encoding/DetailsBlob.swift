import StoreModel
import TaskSync

extension BlobWriter {
  mutating func write(_ server: ServerDetails) {
    let details = server.details
    write(details.task.rawValue)
    write(details.etag.rawValue)
    write(details.note)
    write(UInt64(details.checklist.count))
    for item in details.checklist {
      write(item.id)
      write(item.title)
      write(item.isChecked)
      write(item.orderHint)
    }
    write(UInt64(details.links.count))
    for link in details.links {
      write(link.address)
      write(link.alias)
      write(link.kind)
    }
    write(server.rest)
  }
}

extension BlobReader {
  mutating func details() throws(BlobBroken) -> TaskDetails {
    TaskDetails(
      task: TaskID(rawValue: try text()), etag: ETag(rawValue: try text()), note: try text(),
      checklist: try many { reader throws(BlobBroken) in
        TaskDetails.ChecklistItem(
          id: try reader.text(), title: try reader.text(), isChecked: try reader.bool(), orderHint: try reader.text())
      },
      links: try many { reader throws(BlobBroken) in
        TaskDetails.Link(address: try reader.text(), alias: try reader.text(), kind: try reader.text())
      })
  }
}
