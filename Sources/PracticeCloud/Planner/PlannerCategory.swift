/// The labels a plan can name, `category1` to `category25`.
enum PlannerCategory {
  static let keys = (1...25).map { "category\($0)" }

  static func isKey(_ text: String) -> Bool { keys.contains(text) }
}
