/// Something that must not be, found after a step of a walk.
struct Objection: Error, Hashable, CustomStringConvertible {
  /// Which promise is broken; a walk is shortened as long as it breaks the same.
  var rule: String
  /// What was found.
  var finding: String

  init(_ rule: String, _ finding: String) {
    self.rule = rule
    self.finding = finding
  }

  var description: String { "\(rule): \(finding)" }
}
