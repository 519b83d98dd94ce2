import Crypto
import FoundationEssentials
import Glibc

/// Seals and opens the rows of one worker and one purpose (ChaCha20-Poly1305, a random nonce per row).
///
/// What a row belongs to is authenticated with it: format version, worker, kind, and its own number, so that rows can
/// neither be swapped between workers nor given another place. That none is missing, put back or older than the last
/// one written is what the sum of all rows shows (`RowSum`), sealed beside them with each transaction.
struct RowSeal: Sendable {
  /// Version of the sealed format; rows of version 1 came before there was a sum.
  static let version: UInt8 = 2

  private let key: SymmetricKey
  /// The code of the sum with its key taken in, which costs more than the few bytes of a row.
  private let sumCode: HMAC<SHA256>
  private let context: [UInt8]

  init(_ terminal: TerminalKey, salt: [UInt8], pseudonym: [UInt8], purpose: String) {
    key = terminal.derived(salt: salt, purpose: "tillside " + purpose)
    sumCode = HMAC(key: terminal.derived(salt: salt, purpose: "tillside " + purpose + " sum"))
    context = pseudonym
  }

  /// Seals a row's bytes, with a random nonce unless one is given.
  func seal(
    _ bytes: [UInt8], kind: UInt8, row: Int64, nonce: ChaChaPoly.Nonce? = nil, version: UInt8 = Self.version
  ) throws(SealBroken) -> Data {
    do {
      return try ChaChaPoly.seal(
        bytes, using: key, nonce: nonce, authenticating: data(version, kind, row)
      ).combined
    } catch {
      throw SealBroken()
    }
  }

  /// Opens a row; throws when it is damaged, another's, or at another place than where it was sealed.
  func open(
    _ sealed: some DataProtocol, kind: UInt8, row: Int64, version: UInt8 = Self.version
  ) throws(SealBroken) -> [UInt8] {
    do {
      let box = try ChaChaPoly.SealedBox(combined: sealed)
      return Array(try ChaChaPoly.open(box, using: key, authenticating: data(version, kind, row)))
    } catch {
      throw SealBroken()
    }
  }

  /// What a sealed row adds to the sum of all; nobody can work it out without the key.
  func term(_ sealed: Data, kind: UInt8, row: Int64) -> RowSum {
    var code = sumCode
    // Nonce and tag stand for the whole row.
    code.update(data: data(Self.version, kind, row) + sealed.prefix(12) + sealed.suffix(16))
    return RowSum(code.finalize())
  }

  private func data(_ version: UInt8, _ kind: UInt8, _ row: Int64) -> [UInt8] {
    var data: [UInt8] = []
    data.reserveCapacity(context.count + 38)
    data.append(version)
    data.append(contentsOf: context)
    data.append(kind)
    withUnsafeBytes(of: row.littleEndian) { data.append(contentsOf: $0) }
    return data
  }
}

/// A row cannot be opened with this key at this place.
struct SealBroken: Error {}

/// Random nonces of one transaction: asking the system for each costs about as much as sealing a row.
struct RowNonces {
  /// As many as the system gives at once (256 bytes).
  private static let many = 21

  private var bytes: [UInt8] = []
  private var used = 0

  /// The next, which is given once.
  mutating func next() throws(SealBroken) -> ChaChaPoly.Nonce {
    if used == bytes.count {
      var fresh = [UInt8](repeating: 0, count: Self.many * 12)
      guard getentropy(&fresh, fresh.count) == 0 else { throw SealBroken() }
      (bytes, used) = (fresh, 0)
    }
    defer { used += 12 }
    guard let nonce = try? ChaChaPoly.Nonce(data: bytes[used..<used + 12]) else { throw SealBroken() }
    return nonce
  }
}
