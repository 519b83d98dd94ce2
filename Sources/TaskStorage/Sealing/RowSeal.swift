import Crypto

/// Seals and opens the rows of one worker and one purpose (ChaCha20-Poly1305, a random nonce per row).
///
/// What a row belongs to is authenticated with it: format version, worker, kind, and its own number, so that rows can
/// neither be swapped between workers nor given another place.
struct RowSeal: Sendable {
  /// Version of the sealed format.
  static let version: UInt8 = 1

  private let key: SymmetricKey
  private let context: [UInt8]

  init(_ terminal: TerminalKey, salt: [UInt8], pseudonym: [UInt8], purpose: String) {
    key = terminal.derived(salt: salt, purpose: "tillside " + purpose)
    context = [Self.version] + pseudonym
  }

  /// Seals a row's bytes.
  func seal(_ bytes: [UInt8], kind: UInt8, row: Int64) throws(SealBroken) -> [UInt8] {
    do {
      let box = try ChaChaPoly.seal(bytes, using: key, authenticating: data(kind, row))
      return Array(box.combined)
    } catch {
      throw SealBroken()
    }
  }

  /// Opens a row; throws when it is damaged, another's, or at another place than where it was sealed.
  func open(_ sealed: [UInt8], kind: UInt8, row: Int64) throws(SealBroken) -> [UInt8] {
    do {
      let box = try ChaChaPoly.SealedBox(combined: sealed)
      return Array(try ChaChaPoly.open(box, using: key, authenticating: data(kind, row)))
    } catch {
      throw SealBroken()
    }
  }

  private func data(_ kind: UInt8, _ row: Int64) -> [UInt8] {
    var data = context
    data.append(kind)
    withUnsafeBytes(of: row.littleEndian) { data.append(contentsOf: $0) }
    return data
  }
}

/// A row cannot be opened with this key at this place.
struct SealBroken: Error {}
