import StoreDocuments
import Testing

@Suite struct ProfileFaultTests {
  func faults(_ text: String, on terminal: ProfileDocument.Terminal = .init()) -> [DocumentFault] {
    do throws(DocumentFaults) {
      _ = try ProfileDocument.read(Array(text.utf8), on: terminal)
      return []
    } catch {
      return error.all
    }
  }

  @Test func everyFaultIsToldAtOnceWithItsPlace() {
    let text = """
      store: "0 12"
      team: none
      integration: maybe
      issued: yesterday
      regsiter: 3
      plans: xqQg
      accounts:
        - user: \(ProfileDocumentTests.mei)
          username: mei@contoso.example
          role: boss
        - username: jonas@contoso.example
          role: worker
        - user: \(ProfileDocumentTests.mei.uppercased())
          username: mei@contoso.example
          role: worker

      """
    let places = faults(text).map(\.place)
    let kinds = faults(text).map(\.kind)
    #expect(
      places == [
        .line(5, column: 1), .line(1, column: 8), .line(2, column: 7), .line(6, column: 8), .line(3, column: 14),
        .line(4, column: 9), .line(10, column: 11), .line(11, column: 5), .line(13, column: 11),
      ])
    #expect(kinds.count == 9)
    #expect(kinds.contains(.wrongValue(key: "store", value: "0 12", expected: .storeNumber)))
    #expect(kinds.contains(.wrongValue(key: "team", value: "none", expected: .guid)))
    #expect(kinds.contains(.notAList(key: "plans")))
    #expect(kinds.contains(.wrongValue(key: "integration", value: "maybe", expected: .onOff)))
    #expect(kinds.contains(.wrongValue(key: "issued", value: "yesterday", expected: .moment)))
    #expect(kinds.contains(.wrongValue(key: "accounts.role", value: "boss", expected: .role)))
    #expect(kinds.contains(.missing(key: "accounts.user")))
    #expect(kinds.contains(.again(ProfileDocumentTests.mei, first: 8)))
    guard case .unknownKey("regsiter", let known) = kinds.first else {
      Issue.record("the unknown key is not told: \(kinds)")
      return
    }
    #expect(known.contains("register"))
  }

  @Test func whatIsNoMapAndNoYAMLIsTold() {
    #expect(faults("- a\n").map(\.kind) == [.notAMap(key: "")])
    #expect(faults("").map(\.kind) == [.empty])
    guard case .notYAML = faults("store: \"012\n").first?.kind else {
      Issue.record("an open quote was taken")
      return
    }
    guard case .notYAML(let reason) = faults("store: a\nstore: b\n").first?.kind else {
      Issue.record("a key twice was taken")
      return
    }
    #expect(reason.contains("store"))
    #expect(throws: DocumentFaults([DocumentFault(.whole, .notUTF8)])) { try ProfileDocument.read([0x73, 0xFF]) }
  }

  @Test func aProfileOfAnotherTerminalContradictsItsSettings() {
    let found = faults("store: \"012\"\nregister: \"3\"\n", on: .init(store: "013", register: "3"))
    let kind = DocumentFault.Kind.contradicts(key: "store", value: "012", setting: "013")
    #expect(found == [DocumentFault(.line(1, column: 8), kind)])
  }
}
