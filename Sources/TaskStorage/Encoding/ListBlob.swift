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
        })
    }
  }
}
