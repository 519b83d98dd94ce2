import CHardening

/// One secret in locked memory of its own: never copied by Swift, never printed, wiped when its owner lets go of it.
///
/// There is deliberately no way to make a `String` of it, to encode it or to compare it but through its bytes.
public struct Secret: ~Copyable, Sendable {
  /// Where the bytes are; a number because pointers are not `Sendable`, and this one has exactly one owner.
  private let address: UInt
  /// How many bytes it has.
  public let count: Int

  /// How many secrets the whole process holds now, wherever they are: what is read back after a clearing.
  public static var alive: Int { chardening_secrets_alive() }

  /// Copies the bytes into locked memory; nil when they are none or there is no memory.
  ///
  /// The caller's copy stays where it is: let go of it soon (freed memory is wiped).
  public init?(copying bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress, !bytes.isEmpty, let memory = chardening_secret_alloc(bytes.count) else {
      return nil
    }
    memory.copyMemory(from: source, byteCount: bytes.count)
    address = UInt(bitPattern: memory)
    count = bytes.count
  }

  /// Copies the bytes into locked memory; nil when they are none or there is no memory.
  public init?(copying bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty, let memory = chardening_secret_alloc(bytes.count) else { return nil }
    UnsafeMutableRawBufferPointer(start: memory, count: bytes.count).copyBytes(from: bytes)
    address = UInt(bitPattern: memory)
    count = bytes.count
  }

  deinit {
    chardening_secret_free(UnsafeMutableRawPointer(bitPattern: address), count)
  }

  /// Lends the bytes; the pointer is good only inside the call.
  public borrowing func withBytes<Answer>(_ body: (UnsafeRawBufferPointer) throws -> Answer) rethrows -> Answer {
    try body(UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count))
  }

  /// A second secret with the same bytes, for one request; nil when there is no memory.
  borrowing func duplicate() -> Secret? {
    let bytes = UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: count)
    return Secret(copying: bytes)
  }
}
