import CloudWire
import Foundation
import HTTPTypes
import Testing

@testable import PracticeCloud

/// Every status and error the practice cloud owes its clients, and the test that proves it.
///
/// The facts are those of Entra's polling, error bodies and numbers, of Planner's etags, messages and limits, and of
/// Graph's headers, errors, throttling and batches. A test named here that is gone makes this one fail.
@Suite struct WireFactsTests {
  static let polling = [
    ("authorization_pending", "PollingTests/pendingThenSlowDownThenFine"),
    ("slow_down", "PollingTests/pendingThenSlowDownThenFine"),
    ("authorization_declined", "PollingTests/declined"),
    ("expired_token 70019", "PollingTests/expiresAfterFifteenMinutes"),
    ("bad_verification_code 70018", "PollingTests/aCodeIsGoodOnceOnly"),
    ("invalid_client 7000218", "DeviceCodeTests/appsThatAreNotSetUp"),
    ("blocked by policy 53003, device flow blocked 530033", "PollingTests/accountsThatGetNoToken"),
    ("device sign-in needed 50097", "AccountRefusalTests/everyNumberRefusesWhatItConcernsAndNothingElse"),
  ]

  static let entraErrors = [
    ("fields, echoed correlation id, headers", "PollingTests/errorBodyIsEntras"),
    ("invalid_request", "DeviceCodeTests/refusedRequests"), ("invalid_grant", "RefreshTests/madeUpToken"),
    ("unauthorized_client", "DeviceCodeTests/appsThatAreNotSetUp"),
    ("invalid_client with a secret 700025", "AuthorizeRefusalTests/codesAreBoundToWhatTheyWereMadeFor"),
    ("unsupported_grant_type", "PollingTests/unknownGrantType"),
    ("invalid_scope 70011, invalid_resource", "DeviceCodeTests/refusedRequests"),
    ("interaction_required", "WireFactsTests/errorsOfTheListHaveTheirWords"),
    ("consent_required, login_required", "BrowserSessionTests/silenceNeverShowsAPage"),
    ("temporarily_unavailable", "FaultTests/theIdentityProviderIsThrottledInItsOwnWords"),
    ("access_denied", "AuthorizeTests/cancelTellsTheApp"), ("invalid_tenant 90002", "DiscoveryTests/unknownTenant"),
    ("invalid_instance 50049", "DiscoveryTests/instanceDiscoveryKnowsOnlyThisHost"),
    ("405 with Allow", "DiscoveryTests/wrongMethodNamesTheRightOne"),
    ("suberrors", "WireFactsTests/errorsOfTheListHaveTheirWords"),
  ]

  static let entraNumbers = [
    ("every number of the list", "AccountRefusalTests/everyNumberWorthASentenceCanBeMet"),
    ("each where it applies, and only there", "AccountRefusalTests/everyNumberRefusesWhatItConcernsAndNothingElse"),
    ("50126, 50034", "PasswordGrantTests/refusals"),
    ("50053 after ten guesses", "PasswordGrantTests/tenGuessesLockTheAccount"),
    ("9001023", "PasswordGrantTests/commonIsNotForPasswords"), ("50173", "RefreshTests/revokedRefreshToken"),
    ("700082", "RefreshTests/ninetyDaysOfSilence"),
    ("54005, 501481, 700005", "AuthorizeRefusalTests/codesAreBoundToWhatTheyWereMadeFor"),
    ("700016, 7000112, 7000218", "DeviceCodeTests/appsThatAreNotSetUp"),
  ]

  static let etags = [
    ("shape and order", "VersionMarkTests"),
    ("412 without If-Match", "MergeTests/versionsThatWereNeverWrittenAreRefused"),
    ("400 for *", "MergeTests/versionsThatWereNeverWrittenAreRefused"),
    ("412 malformed, foreign, of the details", "MergeTests/versionsThatWereNeverWrittenAreRefused"),
    ("older ones merge", "MergeTests/anOlderVersionIsGoodForOtherFields"),
    ("409 for the same field", "MergeTests/theSameFieldConflicts"),
    ("details change the task's", "MergeTests/deletingWantsTheLatestVersion"),
    ("204, or 200 with return=representation", "MergeTests/aChangeAnswersNothingOrTheTask"),
    ("201", "CreationTests/aTaskIsMadeWithFreshValues"),
    ("none with odata.metadata=none", "PlannerReadTests/bareBodiesHaveNoEtags"),
    ("buckets", "BucketAndBoardTests/bucketsMergeByField"),
    ("boards", "BucketAndBoardTests/aCardHasAPlaceAndAnEtagOfItsOwn"),
    ("plans", "PlanTests/titlesMergeByVersion"), ("plan details", "PlanTests/detailsMergeByEntry"),
  ]

  static let plannerErrors = [
    ("all texts, and an empty code", "WireFactsTests/plannerRefusesInTheWordsPeopleHaveSeen"),
    ("403 for strangers", "PlannerReadTests/nobodyElseSeesThePlan"), ("400 for ids", "PlannerReadTests/idsAreChecked"),
    ("404 for paths", "DirectoryTests/unknownPathsHaveGraphsOwnBody"),
    ("404 for what is gone", "MergeTests/deletingWantsTheLatestVersion"),
    ("400 for order hints", "OrderHintTests"), ("400 for types and logic", "OpenTypeTests/valuesAreChecked"),
  ]

  static let limits = [
    ("MaximumTasksInProject", "CreationTests/limitsHaveNames"),
    ("MaximumActiveTasksInProject", "CreationTests/limitsHaveNames"),
    ("MaximumBucketsInProject", "CreationTests/limitsHaveNames"),
    ("MaximumAssigneesInTasks", "CreationTests/limitsHaveNames"),
    ("MaximumChecklistItemsOnTask", "CreationTests/checklistsAndLinksAreLimited"),
    ("MaximumReferencesOnTask", "CreationTests/checklistsAndLinksAreLimited"),
    ("MaximumProjectsOwnedByUser", "PlanTests/limitsOfPlans"), ("MaximumPlannerPlans", "PlanTests/limitsOfPlans"),
    ("MaximumUsersSharedWithProject", "PlanTests/limitsOfPlans"),
    ("MaximumProjectsSharedWithUser", "PlanTests/limitsOfPlans"),
    ("MaximumTasksCreatedByUser", "PlanTests/limitsOfPeople"),
    ("MaximumTasksAssignedToUser", "PlanTests/limitsOfPeople"),
  ]

  static let graph = [
    ("headers of every answer", "BearerTests/goodTokenAndTheHeadersOfEveryAnswer"),
    ("error body", "DirectoryTests/errorBodiesCarryDateAndIds"),
    ("401 without a good token", "BearerTests/noGoodToken"), ("401 expired", "BearerTests/expiredToken"),
    ("401 with claims", "BearerTests/revokedTokenEarnsAChallengeWhereTheClientUnderstandsOne"),
    ("403 of the directory", "DirectoryTests/strangersDoNotSeeMembers"),
    ("404 of the directory", "DirectoryTests/usersAreFoundByIdAndBySignInName"),
    ("429 and 503 with Retry-After, both forms", "FaultTests/throttleInSecondsAndAsADate"),
    ("504 with its write done", "FaultTests/aGatewayTimeoutLeavesItsWriteDone"),
    ("batch: own status for each", "BatchTests/eachRequestHasItsOwnAnswer"),
    ("batch: headers of items", "BatchTests/headersOfTheItemCount"),
    ("batch: 424", "BatchTests/dependentsOfAFailureDoNotRun"),
    ("batch: 400", "BatchTests/brokenBatchesAreRefusedWhole"),
    ("batch: 20", "BatchTests/atMostTwenty"),
    ("batch: 429 of one", "FaultTests/oneRequestOfABatchIsThrottledAndTheOthersAreNot"),
    ("405", "CreationTests/planAndTitleHaveToBeGiven"), ("nextLink", "PagingTests/pagesLeadThroughTheWholeList"),
  ]

  @Test(arguments: [polling, entraErrors, entraNumbers, etags, plannerErrors, limits, graph])
  func everyFactHasItsTest(_ facts: [(String, String)]) throws {
    for (fact, test) in facts {
      let parts = test.split(separator: "/").map(String.init)
      let file = try #require(Self.files[parts[0]], "\(fact): there is no \(parts[0])")
      guard parts.count > 1 else { continue }
      #expect(file.contains("func \(parts[1])("), "\(fact): \(parts[0]) has no test \(parts[1])")
    }
  }

  /// The tests of this module by suite.
  static let files: [String: String] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let paths =
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    let sources = paths.filter { $0.pathExtension == "swift" }
    return Dictionary(
      sources.compactMap { url in
        (try? String(contentsOf: url, encoding: .utf8)).map { (url.deletingPathExtension().lastPathComponent, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }()

  /// The values of `error` and `suberror` the numbers of the list come with.
  @Test func errorsOfTheListHaveTheirWords() {
    let errors = Set(AccountRefusal.allCases.map(\.refusal.error))
    #expect(
      errors == [
        "invalid_grant", "interaction_required", "unauthorized_client", "temporarily_unavailable", "invalid_request",
        "invalid_instance", "invalid_scope", "account_selection_required",
      ])
    #expect(
      Set(AccountRefusal.allCases.compactMap(\.refusal.suberror)) == [
        "basic_action", "message_only", "consent_required", "user_password_expired", "bad_token", "token_expired",
      ])
  }

  @Test func plannerRefusesInTheWordsPeopleHaveSeen() throws {
    var desk = try GraphDesk()
    let task = try desk.task("Count the till float")
    let path = "/planner/tasks/\(task.id)"
    func check(_ answer: GraphAnswer, _ status: Int, _ message: String, _ line: Int = #line) {
      #expect(answer.status == status && answer.code == "", "line \(line): \(answer.status) \(answer.code ?? "")")
      #expect(answer.message == message, "line \(line)")
    }
    check(
      desk.patch(path, ["title": "x"], etag: nil), 412,
      "The If-Match header must be specified for this kind of request.")
    check(desk.patch(path, ["title": "x"], etag: "W/\"x\""), 412, "The If-Match header contains an invalid value.")
    _ = desk.patch(path, ["title": "One"], etag: task.mark.etag)
    check(
      desk.patch(path, ["title": "Two"], etag: task.mark.etag), 409,
      "The attempted changes conflicted with already accepted changes. Read the latest state and resolve differences.")
    let other = try desk.task("Count the till float", store: "027")
    check(
      desk.get("/planner/tasks/\(other.id)"), 403, "You do not have the required permissions to access this item.")
    let bucket: JSON = ["bucketId": other.bucketID.map(JSON.string) ?? .null]
    check(
      desk.patch(path, bucket, etag: try desk.task("One").mark.etag), 403,
      "You do not have the required permissions to access this item, or the item may not exist.")
    check(desk.get("/planner/tasks/" + String(repeating: "A", count: 28)), 404, "The requested item is not found.")
    let hint = desk.patch(path, ["orderHint": "8585"], etag: try desk.task("One").mark.etag)
    #expect(hint.status == 400 && hint.code == "" && hint.message?.hasPrefix("The request is invalid") == true)
    let dates: JSON = ["startDateTime": "2026-11-30T00:00:00Z", "dueDateTime": "2026-11-29T00:00:00Z"]
    let logic = desk.patch(path, dates, etag: try desk.task("One").mark.etag)
    #expect(logic.status == 400 && logic.code == "" && logic.message?.contains("start date") == true)
    let path404 = desk.get("/me/planner/plans/x/tasks")
    #expect(path404.status == 404 && path404.message?.contains("No HTTP resource was found") == true)
  }
}
