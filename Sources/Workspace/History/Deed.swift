import StoreModel

/// What was done to a task, in values that stand for themselves: it can be told when task, list and people are gone.
///
/// All text is untrusted.
enum Deed: Hashable, Sendable {
  case status(TaskStatus)
  case ticked(item: String, isChecked: Bool)
  case itemAdded(String)
  case itemRenamed(String)
  case itemRemoved(String)
  case itemMoved(String)
  case note
  case title(String)
  case due(Timestamp?)
  case start(Timestamp?)
  case priority(Int)
  /// By name; nil for none.
  case bucket(String?)
  case assigned(String)
  case unassigned(String)
  case label(String, applies: Bool)
  case created
  case deleted
  /// Everybody who works on it now; empty for nobody.
  case people(String)
  /// Ticked and all.
  case checklist(done: Int, all: Int)
  /// Somebody who may allowed the worker this command once; the command's permanent name.
  case allowed(String, by: String)
  /// Note, links or labels: Planner does not say which.
  case other
}
