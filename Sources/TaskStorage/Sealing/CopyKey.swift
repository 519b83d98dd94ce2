/// The half of a worker's copy key that lies in a file of its own, 0600 beside the database.
///
/// A full or failing disk takes no transaction, but lets a file be written over where it lies: so a copy can be destroyed
/// whatever the disk says. Rows whose file is gone open no more, and are dropped at the next chance.
struct CopyKey {
  private static let length = 32
  private let folder: StateFolder
  private let name: String

  init(_ folder: StateFolder, _ pseudonym: [UInt8]) {
    self.folder = folder
    let digits = Array("0123456789abcdef")
    name = "copy-" + String(pseudonym.prefix(16).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }) + ".key"
  }

  /// Whether a file in the folder is such a half.
  static func isName(_ name: String) -> Bool { name.hasPrefix("copy-") && name.hasSuffix(".key") }

  /// Nil when there is none, or it was wiped.
  func read() throws(StateFolderFault) -> [UInt8]? {
    let bytes = try folder.read(name, atMost: 64) ?? []
    return bytes.count == Self.length && bytes.contains { $0 != 0 } ? bytes : nil
  }

  /// A new one, on the disk when it returns.
  func make() throws(StateFolderFault) -> [UInt8] {
    folder.remove(name)
    var source = SystemRandomNumberGenerator()
    let bytes = (0..<Self.length).map { _ in UInt8.random(in: .min ... .max, using: &source) }
    try folder.create(name, bytes)
    return bytes
  }

  /// Answers whether it is gone, read back.
  func destroy() -> Bool { folder.wipe(name) }
}
