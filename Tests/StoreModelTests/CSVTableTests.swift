import StoreModel
import Testing

@Suite struct CSVTableTests {
  func table(_ text: String) throws -> CSVTable { try CSVTable(Array(text.utf8)) }

  @Test func rowsKeepTheirNumbersAndCellsTheirZeros() throws {
    let table = try table("\u{FEFF}SOURCETYPE,SOURCEID,TEAMID\r\nRetailStore,000135,a\r\n\r\nRetailStore, 012 ,\r\n")
    #expect(table.header == ["SOURCETYPE", "SOURCEID", "TEAMID"])
    #expect(table.rows.map(\.number) == [2, 4])
    #expect(table.rows.map(\.cells) == [["RetailStore", "000135", "a"], ["RetailStore", " 012 ", ""]])
  }

  @Test func quotesHoldCommasQuotesAndLineBreaks() throws {
    let table = try table("a,b\n\"one, \"\"two\"\"\",\"first\nsecond\"\nlast,")
    #expect(table.rows.map(\.cells) == [["one, \"two\"", "first\nsecond"], ["last", ""]])
    #expect(table.rows.map(\.number) == [2, 3])
  }

  @Test func theHeaderShowsWhatPartsCells() throws {
    #expect(try table("a;b\n1,5;2").rows.map(\.cells) == [["1,5", "2"]])
    #expect(try table("a\tb\n\"1\t2\"\t3").rows.map(\.cells) == [["1\t2", "3"]])
  }

  @Test func whatIsNoTableIsSaidToBeNone() {
    #expect(throws: CSVFault.empty) { try table("") }
    #expect(throws: CSVFault.empty) { try table("\n") }
    #expect(throws: CSVFault.notUTF8) { try CSVTable([0x61, 0xFF]) }
    #expect(throws: CSVFault.openQuote(row: 2, column: 1)) { try table("a\n\"b") }
    #expect(throws: CSVFault.textAfterQuote(row: 2, column: 2)) { try table("a,b\nx,\"b\"c") }
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let cells = ["plain", "with, comma", "a \"quote\"", "two\nlines", ""]
    let read = try table(CSVTable.line(["1", "2", "3", "4", "5"]) + "\n" + CSVTable.line(cells))
    #expect(read.rows.map(\.cells) == [cells])
  }
}
