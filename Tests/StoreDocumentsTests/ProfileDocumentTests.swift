import StoreDocuments
import StoreModel
import Testing

@Suite struct ProfileDocumentTests {
  static let mei = "5e0c7d1a-0000-4000-8000-0000000000aa"
  static let tomasz = "1b7d0c2e-0000-4000-8000-0000000000bb"
  static let team = "9a3f2c10-0000-4000-8000-0000000000cc"

  static let whole = """
    store: 012
    register: "3"
    chain: Contoso
    name: Brackwater
    team: 9A3F2C10-0000-4000-8000-0000000000CC
    plans: [xqQg5FS2LkCp935s-FIFm2QAFkHM]
    integration: on
    issued: 2026-11-23T06:00:00Z
    accounts:
      - user: \(mei)
        username: mei@contoso.example
        name: Mei-Lin Tran
        role: Worker
        manageTasks: yes
    otherStores:
      - {user: \(tomasz), store: 027}

    """

  func read(_ text: String, on terminal: ProfileDocument.Terminal = .init()) throws -> StoreProfile {
    try ProfileDocument.read(Array(text.utf8), on: terminal)
  }

  @Test func everythingAProfileSaysIsRead() throws {
    let profile = try read(Self.whole)
    let mei = StoreProfile.Member(
      user: UserID(rawValue: Self.mei), username: "mei@contoso.example", displayName: "Mei-Lin Tran", role: .worker,
      mayManageTasks: true)
    let expected = StoreProfile(
      storeNumber: "012", chain: "Contoso", storeName: "Brackwater", register: "3", teamID: Self.team,
      planIDs: ["xqQg5FS2LkCp935s-FIFm2QAFkHM"], members: [mei],
      neighbours: [StoreProfile.Neighbour(user: UserID(rawValue: Self.tomasz), storeNumber: "027")],
      isIntegrationOn: true, issued: Timestamp(iso8601: "2026-11-23T06:00:00Z"))
    #expect(profile == expected)
  }

  @Test func aStoreAloneIsAProfileWithoutTeamAndWorkers() throws {
    let profile = try read("store: \"041\"\nteam:\nintegration: off\n", on: .init(store: "041", register: "2"))
    let expected = StoreProfile(storeNumber: "041", chain: "", storeName: "", register: "2", isIntegrationOn: false)
    #expect(profile == expected)
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    var profile = try read(Self.whole)
    profile.storeName = "\"Quay\" \\ 7: #yes\n\u{85}Ağrı"
    profile.members[0].username = "012"
    #expect(try read(ProfileDocument.write(profile)) == profile)
    let bare = StoreProfile(storeNumber: "007", chain: "", storeName: "", register: "")
    #expect(try read(ProfileDocument.write(bare)) == bare)
  }
}
