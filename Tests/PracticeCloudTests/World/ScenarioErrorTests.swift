import Testing

@testable import PracticeCloud

/// A scenario that is wrong says what is wrong, and where.
@Suite struct ScenarioErrorTests {
  static let start = """
    {"format": 1, "chain": "C", "tenant": {"name": "T", "domain": "t.example"},
     "staff": [{"account": "ann", "name": "Ann", "password": "p", "role": "manager", "store": "1"}],
     "stores": [{"number": "1", "name": "S", "team": {"name": "S"}}],
     "plans": [{"store": "1", "title": "P", "author": "ann", "buckets": [{"name": "B", "tasks": [{"title": "A"}]}]}]}
    """

  func fault(replacing part: String, with other: String) -> ScenarioError? {
    let text = Self.start.replacing(part, with: other)
    #expect(text != Self.start)
    do throws(ScenarioError) {
      _ = try Scenario.read(Array(text.utf8), name: "test")
      return nil
    } catch { return error }
  }

  @Test func theSmallestScenarioIsRead() throws {
    let scenario = try Scenario.read(Array(Self.start.utf8), name: "test")
    #expect(scenario.plans.first?.buckets.first?.tasks.map(\.title) == ["A"])
    #expect(scenario.stores.first?.team?.owners == ["ann"])
  }

  @Test func unknownNamesAreToldWithTheKnownOnes() {
    #expect(throws: ScenarioError.unknown(name: "nowhere", known: Scenario.names)) {
      try Scenario.load(named: "nowhere")
    }
    #expect(Scenario.names.contains("contoso-retail"))
  }

  @Test func brokenJSONHasLineAndColumn() {
    #expect(
      fault(replacing: "\"stores\": [", with: "\"stores\": [,") == .unreadable(scenario: "test", line: 3, column: 13))
    #expect(
      fault(replacing: "{\"format\"", with: "[{\"format\"") == .unreadable(scenario: "test", line: 4, column: 114))
  }

  @Test func fieldsAreMissedAndKindsAreChecked() {
    #expect(fault(replacing: "\"chain\": \"C\", ", with: "") == .missing(scenario: "test", at: "chain"))
    #expect(
      fault(replacing: "{\"title\": \"A\"}", with: "{}")
        == .missing(scenario: "test", at: "plans[0].buckets[0].tasks[0].title"))
    #expect(
      fault(replacing: "\"Ann\"", with: "7") == .wrongKind(scenario: "test", at: "staff[0].name", expected: .text))
    #expect(
      fault(replacing: "[{\"title\": \"A\"}]", with: "\"A\"")
        == .wrongKind(scenario: "test", at: "plans[0].buckets[0].tasks", expected: .list))
    #expect(
      fault(replacing: "{\"name\": \"S\"}", with: "true")
        == .wrongKind(scenario: "test", at: "stores[0].team", expected: .object))
    #expect(fault(replacing: "\"format\": 1", with: "\"format\": 2") == .unknownFormat(scenario: "test", found: 2))
  }

  @Test func misspeltFieldsAreNotPassedOver() {
    let fault = fault(replacing: "{\"title\": \"A\"}", with: "{\"title\": \"A\", \"duo\": \"+1h\"}")
    guard case .unknownField(_, let at, let known) = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(at == "plans[0].buckets[0].tasks[0].duo")
    #expect(known.contains("due"))
  }

  @Test(arguments: [
    ("\"due\": \"soon\"", "due"), ("\"priority\": 11", "priority"), ("\"percent\": -1", "percent"),
    ("\"categories\": [\"red\"]", "categories[0]"), ("\"completed\": \"-1h\"", "percent"),
    ("\"links\": [{\"address\": \"ftp://x\", \"alias\": \"x\"}]", "links[0].address"),
  ])
  func valuesAreChecked(field: String, place: String) {
    let fault = fault(replacing: "{\"title\": \"A\"}", with: "{\"title\": \"A\", \(field)}")
    guard case .badValue(_, let at, _, _) = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(at == "plans[0].buckets[0].tasks[0].\(place)")
  }

  /// Where a mistake stands, as line and column.
  func place(replacing part: String, with other: String) -> [Int] {
    let text = Self.start.replacing(part, with: other)
    guard let fault = fault(replacing: part, with: other),
      let place = ScenarioPlace(of: fault, in: Array(text.utf8), name: "test")
    else { return [] }
    return [place.line, place.column]
  }

  @Test func mistakesHaveLineAndColumn() {
    #expect(place(replacing: "\"Ann\"", with: "7") == [2, 31])
    #expect(place(replacing: "\"chain\": \"C\", ", with: "") == [1, 1])
    #expect(place(replacing: "{\"title\": \"A\"}", with: "{}") == [4, 94])
    #expect(
      place(replacing: "{\"title\": \"A\"}", with: "{\"title\": \"A\", \"assigned\": [\"ann\", \"bob\"]}") == [4, 129])
    #expect(place(replacing: "\"stores\": [", with: "\"stores\": [,") == [3, 13])
  }

  @Test func aMistakeInAWorldThatExtendsAnotherIsFoundInItsOwnFile() throws {
    let text =
      "{\n \"format\": 1, \"extends\": \"contoso-retail\",\n \"staff\": [{\"account\": \"priya\", \"role\": \"boss\"}]}"
    do throws(ScenarioError) {
      _ = try Scenario.read(Array(text.utf8), name: "mine")
      Issue.record("it was read")
    } catch {
      let place = ScenarioPlace(of: error, in: Array(text.utf8), name: "mine")
      #expect(place.map { [$0.line, $0.column] } == [3, 33])
    }
  }

  @Test func namesMustLeadSomewhere() {
    #expect(
      fault(replacing: "{\"title\": \"A\"}", with: "{\"title\": \"A\", \"assigned\": [\"ann\", \"bob\"]}")
        == .unresolved(scenario: "test", at: "plans[0].buckets[0].tasks[0].assigned[1]", name: "bob"))
    #expect(
      fault(replacing: "\"store\": \"1\"}]", with: "\"store\": \"2\"}]")
        == .unresolved(scenario: "test", at: "staff[0].store", name: "2"))
    #expect(
      fault(replacing: ", \"team\": {\"name\": \"S\"}", with: "")
        == .unresolved(scenario: "test", at: "plans[0].store", name: "1"))
    #expect(
      fault(replacing: "{\"title\": \"A\"}", with: "{\"title\": \"A\", \"assigned\": [\"ann\", \"ann\"]}")
        == .duplicate(scenario: "test", at: "plans[0].buckets[0].tasks[0].assigned[1]", name: "ann"))
  }
}
