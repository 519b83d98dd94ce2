/// Version and error correction of a QR code, and how many codewords they give (ISO/IEC 18004, tables 7 and 9).
struct QRFormat: Hashable {
  /// How much of the code may be unreadable: 7 or 15 percent.
  enum Level: Int { case low = 1, medium = 0 }

  /// 1 to 6; each version has four modules more on a side.
  let version: Int
  let level: Level
  /// Blocks corrected each for itself; in these versions all of one length.
  private let blocks: Int
  /// Codewords of error correction in each block.
  private let correction: Int

  private static let totals = [26, 44, 70, 100, 134, 172]
  private static let all = [
    QRFormat(1, .medium, 1, 10), QRFormat(1, .low, 1, 7), QRFormat(2, .medium, 1, 16), QRFormat(2, .low, 1, 10),
    QRFormat(3, .medium, 1, 26), QRFormat(3, .low, 1, 15), QRFormat(4, .medium, 2, 18), QRFormat(4, .low, 1, 20),
    QRFormat(5, .medium, 2, 24), QRFormat(5, .low, 1, 26), QRFormat(6, .low, 2, 18),
  ]

  private init(_ version: Int, _ level: Level, _ blocks: Int, _ correction: Int) {
    self.version = version
    self.level = level
    self.blocks = blocks
    self.correction = correction
  }

  /// The smallest format with room for so many bits of data and the four that end them; nil when there is none.
  init?(holding count: Int) {
    guard let found = QRFormat.all.first(where: { $0.dataLength * 8 >= count + 4 }) else { return nil }
    self = found
  }

  var size: Int { 17 + 4 * version }

  private var dataLength: Int { QRFormat.totals[version - 1] - blocks * correction }

  /// All codewords in the order they are placed: data of all blocks by turns, then their error correction.
  func codewords(_ bits: [Bool]) -> [UInt8] {
    let data = padded(bits)
    let length = dataLength / blocks
    let parts = (0..<blocks).map { Array(data[$0 * length..<($0 + 1) * length]) }
    let corrections = parts.map { ReedSolomon.correction(of: $0, codewords: correction) }
    var turns: [UInt8] = []
    for place in 0..<length { turns += parts.map { $0[place] } }
    for place in 0..<correction { turns += corrections.map { $0[place] } }
    return turns
  }

  /// The data, four bits of end, the rest of a codeword, and filling by the standard's bytes.
  private func padded(_ bits: [Bool]) -> [UInt8] {
    let ended = bits + [Bool](repeating: false, count: 4)
    var data: [UInt8] = []
    for place in stride(from: 0, to: ended.count, by: 8) {
      let byte = (0..<8).reduce(UInt8(0)) { sum, bit in
        sum << 1 | (place + bit < ended.count && ended[place + bit] ? 1 : 0)
      }
      data.append(byte)
    }
    let used = data.count
    while data.count < dataLength { data.append((data.count - used) % 2 == 0 ? 0xEC : 0x11) }
    return data
  }
}
