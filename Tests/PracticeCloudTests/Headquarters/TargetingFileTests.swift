import PracticeCloud
import Testing

@Suite struct TargetingFileTests {
  static let ids = (1...9).map { "0000000\($0)-1111-4222-8333-444444444444" }

  func places(_ text: String) -> [String] {
    TargetingFile(Array(text.utf8)).problems.map { "\($0.place): \($0.what)" }
  }

  @Test func aGoodFileIsReadWhole() throws {
    let text = """
      TargetName,ParentName,TeamId,Size,Department:Bakery,Department:Wine,#Frozen Goods
      Chain,,\(Self.ids[0]),,,,
      West,Chain,,,,,
      Store 1,West,\(Self.ids[1]),Large,1,0,
      Store 2,West,\(Self.ids[2].uppercased()),Small,1,1,
      """
    let file = TargetingFile(Array(text.utf8))
    #expect(file.problems == [])
    let hierarchy = try #require(file.hierarchy)
    #expect(hierarchy.buckets == ["Frozen Goods"])
    #expect(hierarchy.names(below: ["Chain"]) == ["West", "Store 1", "Store 2"])
    #expect(hierarchy.leaves.contains("Store 1") && !hierarchy.leaves.contains("West"))
    #expect(hierarchy.nodes[3].teamID == Self.ids[2])
    #expect(hierarchy.nodes[3].attributes == ["Size": ["Small"], "Department": ["Bakery", "Wine"]])
  }

  /// Microsoft's own retail example: the node is "West Regional Office", its children name "West Regional Zone".
  @Test func theRetailExampleOfTheDocumentationNamesAParentThatIsNotThere() {
    let text = """
      TargetName,ParentName,TeamId,#Women's Wear
      Los Angeles Store,West Regional Zone,\(Self.ids[1]),
      West Regional Office,,\(Self.ids[0]),
      """
    let problems = TargetingFile(Array(text.utf8)).problems
    #expect(problems.map(\.place) == ["row 1, #Women's Wear", "row 2, ParentName"])
    #expect(problems[1].help.contains("Did you mean \"West Regional Office\"?"))
  }

  /// The PowerShell page's sample: node "New Jersey", parent "NewJersey", and rows with fewer cells than the header.
  @Test func theSampleOfThePowerShellPageIsRefusedWithEveryRow() {
    let text = """
      TargetName,ParentName,TeamId,Location,#Checks
      New Jersey,,\(Self.ids[0]),,
      Basking Ridge,NewJersey,\(Self.ids[1]),East
      """
    let problems = TargetingFile(Array(text.utf8)).problems
    #expect(problems.map(\.place) == ["row 3", "row 3, ParentName"])
    #expect(problems[1].help.contains("Did you mean \"New Jersey\"?"))
  }

  @Test func everyMistakeIsNamedAtOnce() {
    let long = String(repeating: "x", count: 101)
    let text = """
      Name,ParentName,TeamId,Size,Size,Kind:A:b
      ,,\(Self.ids[0]),,,
      A,B,,\(long),,
      B,A,\(Self.ids[0]),,,2
      C-1,B;D,nope,,,
      D,,,,,
      D,B,\(Self.ids[1]),,,
      """
    #expect(
      places(text) == [
        "row 1, Name: The column is called \"Name\", not DisplayName.",
        "row 1, Size: There are two columns \"Size\".",
        "row 1, Kind:A:b: \"Kind:A:b\" is no name for a column.",
        "row 2, Name: The node has no name.",
        "row 3, Size: The value is longer than 100 characters.",
        "row 3, ParentName: The nodes stand below each other in a circle: A > B > A.",
        "row 4, Kind:A:b: \"2\" is neither 0 nor 1.",
        "row 4, TeamId: The team stands in row 2 already.",
        "row 5, Name: \"C-1\" is no name for a node.",
        "row 5, ParentName: The node has several parents, and \"B\" is not a root.",
        "row 5, TeamId: \"nope\" is no team id.",
        "row 6, TeamId: A root needs a team.",
        "row 7, Name: The node \"D\" stands in row 6 already.",
      ])
  }

  @Test func limitsAreMicrosofts() {
    let parents = (1...26).map { "P\($0)" }
    let roots = parents.enumerated().map { "\($1),,\(format($0))" }
    let text =
      "DisplayName,ParentName,TeamId\n" + roots.joined(separator: "\n")
      + "\nLeaf,\(parents.joined(separator: ";")),ffffffff-1111-4222-8333-444444444444"
    #expect(places(text) == ["row 28, ParentName: The node has more than 25 parents."])
    #expect(
      TargetingFile(Array(repeating: 0x61, count: 1_000_001)).problems.map(\.what) == ["The file is larger than 1 MB."])
    let buckets = (1...26).map { "#B\($0)" }.joined(separator: ",")
    #expect(places("DisplayName,ParentName,TeamId,\(buckets)") == ["row 1: There are more than 25 bucket columns."])
    #expect(places("") == ["row 1: The file is empty."])
  }

  private func format(_ number: Int) -> String {
    "000000\(number < 10 ? "0" : "")\(number)-1111-4222-8333-444444444444"
  }
}
