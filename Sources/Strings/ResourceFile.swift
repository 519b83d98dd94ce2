internal import CResources

/// The bytes of a file below `Resources`; nil when the program does not hold it.
func resource(_ name: String) -> [UInt8]? {
  guard let file = tillside_resource_named(name) else { return nil }
  return Array(UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.length))
}
