import StoreDocuments
import StoreModel
import Testing

@Suite struct StaffListTests {
  static let header = "STORE;id;userPrincipalName;displayName;ROLE;ALLOWTASKMANAGEMENT;department\n"
  static let mei = "5e0c7d1a-0000-4000-8000-0000000000aa"
  static let aroha = "5e0c7d1a-0000-4000-8000-0000000000ab"
  static let tomasz = "5e0c7d1a-0000-4000-8000-0000000000ac"

  static func list(_ rows: String...) throws(DocumentFaults) -> StaffList {
    try StaffList(csv: Array((header + rows.joined(separator: "\n")).utf8))
  }

  @Test func workersAreFoundByTheirStore() throws {
    let list = try Self.list(
      "012;\(Self.mei);mei@contoso.example;Tran, Mei-Lin;worker;;tills",
      "012;\(Self.aroha.uppercased());aroha@contoso.example;Aroha;Worker;Yes;",
      "027;\(Self.tomasz);tomasz@contoso.example;Tomasz;manager;no;",
      "027;\(Self.mei);mei@contoso.example;Tran, Mei-Lin;worker;;")
    let members = try list.members(of: "012")
    #expect(members.map(\.user.rawValue) == [Self.mei, Self.aroha])
    #expect(members.map(\.mayManageTasks) == [false, true])
    #expect(members.first?.displayName == "Tran, Mei-Lin")
    #expect(try list.members(of: "027").map(\.role) == [.storeManager, .worker])
    let others = [StoreProfile.Neighbour(user: UserID(rawValue: Self.tomasz), storeNumber: "027")]
    #expect(list.others(than: "012") == others)
    #expect(throws: DocumentFaults([DocumentFault(.whole, .noSuchStore("12", alike: "012"))])) {
      try list.members(of: "12")
    }
    #expect(throws: DocumentFaults([DocumentFault(.whole, .nobodyWorks(store: "099"))])) {
      try list.members(of: "099")
    }
  }

  @Test func everyWrongCellIsToldAtOnce() {
    do throws(DocumentFaults) {
      _ = try Self.list(
        "012;mei;;Mei;boss;perhaps;", "012;\(Self.mei);mei@contoso.example;Mei;worker;;",
        "012;\(Self.mei.uppercased());mei@contoso.example;Mei;worker;;")
      Issue.record("wrong cells were taken")
    } catch {
      let places = error.all.map(\.place)
      #expect(
        places == [
          .row(2, column: 2, name: "OBJECTID"), .row(2, column: 3, name: "USERNAME"), .row(2, column: 5, name: "ROLE"),
          .row(2, column: 6, name: "ALLOWTASKMANAGEMENT"), .row(4, column: 2, name: "OBJECTID"),
        ])
      #expect(error.all.last?.kind == .again(Self.mei, first: 3))
    }
  }
}
