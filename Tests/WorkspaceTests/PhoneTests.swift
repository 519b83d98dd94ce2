import SessionCore
import StoreModel
import Strings
import Terminal
import Testing
import Workspace

@Suite struct PhoneTests {
  static let accounts = [
    PhoneState.Account(username: "mei@contoso.example", displayName: "Mei Lindqvist", role: "worker", store: "012"),
    PhoneState.Account(username: "omar@contoso.example", displayName: "Omar Reyes", role: "manager", store: "012"),
  ]

  static func started() -> AppState {
    var state = AppState.sample()
    _ = update(&state, .accountsRead(accounts))
    return state
  }

  @Test func f8StartsASignInAndThePhoneTypesTheCodeByItself() {
    var state = Self.started()
    #expect(state.press("F8") == [.session(.signIn(hint: ""))])
    #expect(update(&state, .session(.codeIssued(.sample))) == [.phone(.enter(code: "H7K29QDX4"))])
    #expect(state.shows("Practice phone"))
  }

  @Test func theTypedAccountIsSelectedAndEnterSignsIn() {
    var state = Self.started()
    state.type("omar")
    state.press("F8")
    _ = update(&state, .session(.codeIssued(.sample)))
    _ = update(&state, .phone(.page(.init(title: "Sign in", message: "Account?", ask: .account))))
    #expect(state.shows("> Omar Reyes"))
    #expect(state.press("Enter") == [.phone(.choose(username: "omar@contoso.example"))])
    #expect(state.press("Up", "Enter") == [.phone(.choose(username: "mei@contoso.example"))])
  }

  @Test func approveAndDecline() {
    var state = Self.started()
    state.press("F8")
    _ = update(&state, .session(.codeIssued(.sample)))
    _ = update(&state, .phone(.page(.init(title: "Sign in to Tillside?", message: "", ask: .decision))))
    #expect(state.press("d") == [.phone(.decline)])
    #expect(state.press("Enter") == [.phone(.approve)])
  }

  @Test func escapePutsThePhoneAwayFirst() {
    var state = Self.started()
    state.press("F8")
    _ = update(&state, .session(.codeIssued(.sample)))
    #expect(state.press("Escape") == [])
    #expect(state.phone == nil)
    #expect(state.press("Escape") == [.session(.cancelSignIn)])
  }

  @Test func withARealTenantThereIsNone() {
    var state = AppState.sample()
    state.till.isPractice = false
    #expect(state.press("F8") == [])
    #expect(state.shows("practice store only"))
  }

  /// In half a small screen roles can be told apart.
  @Test func rolesAreToldApartInEveryLanguage() throws {
    for language in Words.languages {
      var state = AppState.sample()
      state.look.words = try #require(Words(language: language))
      let roles: [WorkerRole] = [.worker, .storeManager, .communicationsManager]
      let accounts = roles.map { role in
        PhoneState.Account(
          username: role.rawValue, displayName: "Amara Okonkwo", role: role.rawValue, store: "012")
      }
      _ = update(&state, .accountsRead(accounts))
      state.press("F8")
      _ = update(&state, .session(.codeIssued(.sample)))
      _ = update(&state, .phone(.page(.init(title: "Sign in", message: "Account?", ask: .account))))
      let rows = state.rows.filter { $0.contains("Amara Okonkwo") }
      #expect(rows.count == 3 && Set(rows.map { $0.suffix(20) }).count == 3, "\(rows)")
      #expect(rows.allSatisfy { !$0.contains("…") }, "\(rows)")
    }
  }
}
