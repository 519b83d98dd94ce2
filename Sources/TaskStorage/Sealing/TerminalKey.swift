import Crypto

/// The terminal's own key, in a file 0600 beside the database; every worker's keys are derived from it and a salt.
///
/// It keeps a copied database and other workers' data closed; it is no protection against the same user or root.
struct TerminalKey: Sendable {
  static let fileName = "terminal.key"
  /// Bytes in its file.
  static let length = 32

  private let key: SymmetricKey

  /// The key of a folder, made at first use.
  init(in folder: StateFolder) throws(StateFolderFault) {
    let name = Self.fileName
    if let bytes = try folder.read(name, atMost: 64) {
      guard bytes.count == Self.length else { throw .keyDamaged(path: folder.file(name)) }
      key = SymmetricKey(data: bytes)
      return
    }
    key = SymmetricKey(size: .bits256)
    try folder.create(name, key.withUnsafeBytes { Array($0) })
  }

  private init(random: SymmetricKey) { key = random }

  /// A key that is on no disk and ends with the process.
  static func ofThisProcess() -> TerminalKey { TerminalKey(random: SymmetricKey(size: .bits256)) }

  /// A key for one purpose and salt (HKDF-SHA-256).
  func derived(salt: [UInt8], purpose: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(inputKeyMaterial: key, salt: salt, info: Array(purpose.utf8), outputByteCount: 32)
  }

  /// What shows, in a database, under which key it was written.
  var mark: [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: [UInt8](), using: derived(salt: [], purpose: "tillside key mark 1")))
  }

  /// What stands for a worker in the database: nobody can tell from it who it is without the key.
  func pseudonym(tenant: String, object: String) -> [UInt8] {
    let own = derived(salt: [], purpose: "tillside worker pseudonym 1")
    return Array(HMAC<SHA256>.authenticationCode(for: Array((tenant + "\n" + object).utf8), using: own))
  }
}
