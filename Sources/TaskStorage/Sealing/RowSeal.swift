import Crypto

/// Seals and opens the rows of one worker and one purpose (ChaCha20-Poly1305, a random nonce per row).
///
/// What a row belongs to is authenticated with it: format version, worker, kind, and its own number, so that rows can
/// neither be swapped between workers nor given another place. That none is missing, put back or older than the last
/// one written is what the sum of all rows shows (`RowSum`), sealed beside them with each transaction.
struct RowSeal: Sendable {
  /// Version of the sealed format; rows of version 1 came before there was a sum.
  static let version: UInt8 = 2

  private let key: SymmetricKey
  private let sumKey: SymmetricKey
  private let context: [UInt8]

  init(_ terminal: TerminalKey, salt: [UInt8], pseudonym: [UInt8], purpose: String) {
    key = terminal.derived(salt: salt, purpose: "tillside " + purpose)
    sumKey = terminal.derived(salt: salt, purpose: "tillside " + purpose + " sum")
    context = pseudonym
  }

  /// Seals a row's bytes.
  func seal(
    _ bytes: [UInt8], kind: UInt8, row: Int64, version: UInt8 = Self.version
  ) throws(SealBroken) -> [UInt8] {
    do {
      let box = try ChaChaPoly.seal(
        bytes, using: key, authenticating: data(version, kind, row))
      return Array(box.combined)
    } catch {
      throw SealBroken()
    }
  }

  /// Opens a row; throws when it is damaged, another's, or at another place than where it was sealed.
  func open(
    _ sealed: [UInt8], kind: UInt8, row: Int64, version: UInt8 = Self.version
  ) throws(SealBroken) -> [UInt8] {
    do {
      let box = try ChaChaPoly.SealedBox(combined: sealed)
      return Array(try ChaChaPoly.open(box, using: key, authenticating: data(version, kind, row)))
    } catch {
      throw SealBroken()
    }
  }

  /// What a sealed row adds to the sum of all; nobody can work it out without the key.
  func term(_ sealed: [UInt8], kind: UInt8, row: Int64) -> RowSum {
    var code = HMAC<SHA256>(key: sumKey)
    code.update(data: data(Self.version, kind, row))
    // Nonce and tag stand for the whole row.
    code.update(data: sealed.prefix(12))
    code.update(data: sealed.suffix(16))
    return RowSum(Array(code.finalize()))
  }

  private func data(_ version: UInt8, _ kind: UInt8, _ row: Int64) -> [UInt8] {
    var data = [version] + context
    data.append(kind)
    withUnsafeBytes(of: row.littleEndian) { data.append(contentsOf: $0) }
    return data
  }
}

/// A row cannot be opened with this key at this place.
struct SealBroken: Error {}
