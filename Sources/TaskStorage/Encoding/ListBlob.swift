import StoreModel

extension BlobWriter {
  mutating func write(_ lists: [TaskList]) {
    write(UInt64(lists.count))
    for list in lists {
      write(list.id.rawValue)
      write(list.etag.rawValue)
      write(list.title)
      write(list.teamID)
      write(UInt64(list.buckets.count))
      for bucket in list.buckets {
        write(bucket.id)
        write(bucket.name)
        write(bucket.orderHint)
      }
      let labels = list.labels.sorted { $0.key < $1.key }
      write(UInt64(labels.count))
      for label in labels {
        write(label.key)
        write(label.value)
      }
    }
  }
}

extension BlobReader {
  mutating func lists() throws(BlobBroken) -> [TaskList] {
    try many { reader throws(BlobBroken) in
      TaskList(
        id: ListID(rawValue: try reader.text()), etag: ETag(rawValue: try reader.text()), title: try reader.text(),
        teamID: try reader.optionalText(),
        buckets: try reader.many { reader throws(BlobBroken) in
          TaskList.Bucket(id: try reader.text(), name: try reader.text(), orderHint: try reader.text())
        },
        labels: try reader.many { reader throws(BlobBroken) in (try reader.text(), try reader.text()) }
          .reduce(into: [:]) { $0[$1.0] = $1.1 })
    }
  }
}
