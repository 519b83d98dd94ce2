import Crypto
import FoundationEssentials

/// The sum over all rows of a worker: a row more, a row less, or an older one in place of the last gives another.
struct RowSum: Hashable, Sendable {
  private(set) var high: UInt64
  private(set) var low: UInt64

  static let zero = RowSum(high: 0, low: 0)

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// From the first 16 bytes of a code.
  init(_ code: HMAC<SHA256>.MAC) {
    (high, low) = code.withUnsafeBytes { bytes in
      (
        UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
    }
  }

  static func += (sum: inout RowSum, term: RowSum) {
    sum.high &+= term.high
    sum.low &+= term.low
  }

  static func -= (sum: inout RowSum, term: RowSum) {
    sum.high &-= term.high
    sum.low &-= term.low
  }
}

/// What is sealed beside a worker's rows with each transaction.
struct RowMark: Hashable, Sendable {
  /// The sum of the rows.
  var sum: RowSum
  /// The highest sequence number ever given; only of the outbox.
  var lastSequence: Int64

  /// Kind under which a mark is sealed.
  static let kind: UInt8 = 32

  func sealed(_ seal: RowSeal) throws(SealBroken) -> Data {
    var blob = BlobWriter()
    blob.write(sum.high)
    blob.write(sum.low)
    blob.write(lastSequence)
    return try seal.seal(blob.bytes, kind: Self.kind, row: 0)
  }

  /// Nil when it is damaged or another's.
  init?(_ sealed: [UInt8], _ seal: RowSeal) {
    guard let bytes = try? seal.open(sealed, kind: Self.kind, row: 0) else { return nil }
    var reader = BlobReader(bytes)
    guard let high = try? reader.unsigned(), let low = try? reader.unsigned(),
      let last = try? reader.signed()
    else {
      return nil
    }
    self.init(sum: RowSum(high: high, low: low), lastSequence: last)
  }

  init(sum: RowSum, lastSequence: Int64) {
    self.sum = sum
    self.lastSequence = lastSequence
  }
}
