import Testing

@testable import Workspace

@Suite struct QRCodeTests {
  /// `https://microsoft.com/devicelogin` in version 3 with level M and mask 3, as the Python package qrcode 8 draws it.
  static let deviceLogin = """
    #######.#.##...##.###.#######
    #.....#.#...#.##.##...#.....#
    #.###.#....#####....#.#.###.#
    #.###.#.####....##.#..#.###.#
    #.###.#....#.#...#.##.#.###.#
    #.....#...###.#...###.#.....#
    #######.#.#.#.#.#.#.#.#######
    ........#.##.##..##..........
    #.##.###....###.###...#..#.##
    ##..#....##.#..##..######...#
    ##..###.#.##..##..#..####.##.
    .#.##....###.###....##......#
    .#..###.#.###....#.#...#.##..
    #.#.##...##..#.....#.##...###
    .#...####..#..#.#..##.###.###
    #...#..####..#..#..#..#.#..#.
    ###.#.###.#....#..#.##.###.#.
    .#.....#....##.#....#..#.###.
    #.#.###..##....####...###.#..
    ...#....#...#....###.####.#..
    .###.###..#..#.####.#######..
    ........#.#.###.#.#.#...#####
    #######.##.#.#..#####.#.##.#.
    #.....#.#..##..#..###...##.##
    #.###.#...#.#.##.#..#####.##.
    #.###.#.#.....###...##.###..#
    #.###.#.#...##....#....#..#.#
    #.....#..##.#.#.#.###..###.#.
    #######.##.#.#.#..###.#.#..#.
    """

  /// The same address with scheme and host in capitals, in version 2 with level L and mask 5, by the same package.
  static let shortDeviceLogin = """
    #######..###.#.##.#######
    #.....#....##..##.#.....#
    #.###.#..###.####.#.###.#
    #.###.#.#.###.###.#.###.#
    #.###.#.#.#.#.#...#.###.#
    #.....#..##.#.#...#.....#
    #######.#.#.#.#.#.#######
    .........#..###..........
    ##...###.###..###...##...
    #.##....#.####...######..
    #.#...##.#.#...#..##...##
    ###..#.#..#..###.....#...
    ##..###.#####.#####..###.
    ##.#.#..#.###......###...
    #.....######..###.#.###..
    #.#.#..##....#..##.##.###
    #.#..####..#....#####.#.#
    ........#...##..#...####.
    #######.#....#..#.#.#.###
    #.....#.##...####...####.
    #.###.#..###...######....
    #.###.#..####...##..#.#.#
    #.###.#....#..#..###..#.#
    #.....#.#.#.#######..##..
    #######.####..#######..##
    """

  static func drawing(_ code: QRCode) -> String {
    (0..<code.size).map { row in
      String((0..<code.size).map { code[row, $0] ? "#" : "." })
    }.joined(separator: "\n")
  }

  @Test func theAddressOfDeviceSignInIsDrawnAsAnotherEncoderDrawsIt() throws {
    #expect(Self.drawing(try #require(QRCode("https://microsoft.com/devicelogin"))) == Self.deviceLogin)
  }

  @Test func anAddressTakesLessRoomWithItsHostInCapitals() throws {
    let code = try #require(QRCode(address: "https://microsoft.com/devicelogin"))
    #expect(Self.drawing(code) == Self.shortDeviceLogin)
    #expect(QRCode(address: "https://microsoft.com") == QRCode(address: "https://MICROSOFT.com"))
    #expect(QRCode(address: "https://microsoft.com/A") != QRCode(address: "https://microsoft.com/a"))
    #expect(QRCode(address: "microsoft.com/devicelogin") == nil)
    #expect(QRCode(address: "https://na_me.example/") == nil)
  }

  /// Codes of several blocks: FNV-1a of the drawing, without line breaks, that the same encoder makes.
  @Test(
    arguments: [
      ("https://login.contoso.example/tenant/devicelogin/abcdefgh", 33, 0x325051ada5a6a9bc as UInt64),
      ("https://" + String(repeating: "login.", count: 18) + "example/device", 41, 0x6e1bf1e36dd03f6c),
    ])
  func blocksAreInterleaved(_ text: String, _ size: Int, _ expected: UInt64) throws {
    let code = try #require(QRCode(text))
    let drawing = Self.drawing(code).filter { $0 != "\n" }
    let hash = drawing.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    #expect(code.size == size)
    #expect(hash == expected)
  }

  @Test func formatBitsAreThoseOfTheStandardsTable() {
    #expect(QRMatrix.formatBits(level: .medium, mask: .checkers) == 0b101_0100_0001_0010)
    #expect(QRMatrix.formatBits(level: .medium, mask: .crosses) == 0b100_0000_1100_1110)
    #expect(QRMatrix.formatBits(level: .low, mask: .checkers) == 0b111_0111_1100_0100)
    #expect(QRMatrix.formatBits(level: .low, mask: .meadow) == 0b110_1001_0111_0110)
  }

  @Test func versionAndCorrectionGrowWithTheText() {
    #expect(QRCode(String(repeating: "a", count: 14))?.size == 21)
    #expect(QRCode(String(repeating: "a", count: 18))?.size == 25)
    #expect(QRCode(String(repeating: "a", count: 134))?.size == 41)
    #expect(QRCode(String(repeating: "a", count: 135)) == nil)
    #expect(QRFormat(holding: 12 + 8 * 26)?.level == .medium)
    #expect(QRFormat(holding: 12 + 8 * 27)?.level == .low)
  }
}
