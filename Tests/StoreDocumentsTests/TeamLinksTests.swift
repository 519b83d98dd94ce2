import StoreDocuments
import Testing

@Suite struct TeamLinksTests {
  static let one = "9a3f2c10-0000-4000-8000-000000000001"
  static let two = "9a3f2c10-0000-4000-8000-000000000002"

  @Test func teamsAreFoundByStoreNumberWithItsZeros() throws {
    let text =
      "\u{FEFF}\"SOURCETYPE\",\"SOURCEID\",\"TEAMID\"\r\nRetailStore,000135,\(Self.one.uppercased())\r\n"
      + "RetailStore,041,\r\n\r\n"
    let links = try TeamLinks(csv: Array(text.utf8))
    #expect(links.stores == ["000135", "041"])
    #expect(try links.team(of: "000135") == Self.one)
    #expect(try links.team(of: "041") == nil)
    let fault = DocumentFault(.whole, .noSuchStore("135", alike: "000135"))
    #expect(throws: DocumentFaults([fault])) { try links.team(of: "135") }
    #expect(throws: DocumentFaults([DocumentFault(.whole, .noSuchStore("9", alike: nil))])) { try links.team(of: "9") }
  }

  @Test func everyWrongRowIsToldAtOnceWithRowAndColumn() {
    let text = """
      TEAMID,SOURCETYPE,SOURCEID
      \(Self.one),RetailStore,012
      not-a-guid,RetailStore,013
      \(Self.two),Warehouse,014
      \(Self.two),RetailStore,012
      \(Self.one),RetailStore,0 15
      \(Self.one)
      """
    let expected: [DocumentFault] = [
      DocumentFault(
        .row(3, column: 1, name: "TEAMID"), .wrongValue(key: "TEAMID", value: "not-a-guid", expected: .guid)),
      DocumentFault(
        .row(4, column: 2, name: "SOURCETYPE"),
        .wrongValue(key: "SOURCETYPE", value: "Warehouse", expected: .sourceType)),
      DocumentFault(.row(5, column: 3, name: "SOURCEID"), .again("012", first: 2)),
      DocumentFault(.row(5, column: 1, name: "TEAMID"), .again(Self.two, first: 4)),
      DocumentFault(
        .row(6, column: 3, name: "SOURCEID"), .wrongValue(key: "SOURCEID", value: "0 15", expected: .storeNumber)),
      DocumentFault(.row(6, column: 1, name: "TEAMID"), .again(Self.one, first: 2)),
    ]
    do throws(DocumentFaults) {
      _ = try TeamLinks(csv: Array(text.utf8))
      Issue.record("wrong rows were taken")
    } catch {
      #expect(error.all == [DocumentFault(.row(7, column: 1, name: nil), .cellCount(1, expected: 3))] + expected)
    }
  }

  @Test func missingColumnsAreAllNamed() {
    let faults = ["SOURCETYPE", "TEAMID"].map {
      DocumentFault(.row(1, column: 1, name: nil), .columnMissing($0))
    }
    #expect(throws: DocumentFaults(faults)) { try TeamLinks(csv: Array("SOURCEID\n012\n".utf8)) }
    #expect(throws: DocumentFaults([DocumentFault(.row(2, column: 1, name: nil), .quoteNeverCloses)])) {
      try TeamLinks(csv: Array("SOURCETYPE,SOURCEID,TEAMID\n\"Retail".utf8))
    }
  }
}
