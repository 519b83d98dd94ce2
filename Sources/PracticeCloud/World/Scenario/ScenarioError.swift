/// What is wrong with a scenario, and where: `at` is a path such as `plans[2].buckets[0].tasks[3].due`.
public enum ScenarioError: Error, Hashable, Sendable {
  /// There is no scenario of that name.
  case unknown(name: String, known: [String])
  /// The file is not JSON; line and column count from 1, columns in bytes.
  case unreadable(scenario: String, line: Int, column: Int)
  /// The file has a format number this program does not read.
  case unknownFormat(scenario: String, found: Int)
  /// A field that has to be there is not.
  case missing(scenario: String, at: String)
  /// A field holds another kind of value than it should.
  case wrongKind(scenario: String, at: String, expected: Kind)
  /// A field nobody reads, most likely misspelt.
  case unknownField(scenario: String, at: String, known: [String])
  /// A value that is not one of those allowed.
  case badValue(scenario: String, at: String, found: String, expected: String)
  /// A value names something the scenario does not define.
  case unresolved(scenario: String, at: String, name: String)
  /// A value that may occur once occurs again.
  case duplicate(scenario: String, at: String, name: String)

  /// Kinds of values in a scenario file.
  public enum Kind: String, Hashable, Sendable { case text, wholeNumber, truth, list, object }
}
