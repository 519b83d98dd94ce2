/// A world as a scenario file sets it up.
public struct Scenario: Hashable, Sendable {
  /// Name of the file, `contoso-retail`.
  public var name: String
}
