import Crypto
import CryptoExtras

/// What a PIN opens: the salts of a worker's copy and outbox, sealed under a key made of the PIN and the terminal's own.
///
/// A copied file needs the terminal's key as well, so that ten thousand PINs cannot be tried elsewhere; where both lie on
/// one disk the slow derivation is all that stands in the way, and the tries are counted by this program only.
struct PINWrap: Sendable {
  /// Costs about a tenth of a second and 32 MB (N = 2^15, r = 8, p = 1).
  private static let rounds = 1 << 15

  let seal: RowSeal

  init(_ pin: [UInt8], salt: [UInt8], terminal: TerminalKey, pseudonym: [UInt8]) throws {
    let slow = try KDF.Scrypt.deriveKey(
      from: pin, salt: salt, outputByteCount: 32, rounds: Self.rounds, blockSize: 8, parallelism: 1)
    seal = RowSeal(terminal, salt: slow.withUnsafeBytes { Array($0) }, pseudonym: pseudonym, purpose: "session pin")
  }
}
