import StoreModel

/// One pass over everything there is to read.
struct SyncRound: Sendable {
  /// Requests of the round asked or queued and not answered.
  var open = 0
  /// Whether buckets and teams are read again too.
  var isThorough: Bool
  /// Whether this is the first round with an empty copy, whose progress is shown.
  var isFirst: Bool
  /// Answers to "lists of a team" still missing.
  var teamsOpen = 0
  /// Lists gathered from the teams so far.
  var lists: [TaskList] = []
  /// Whether a team holds lists, wanted here or not.
  var teamHasLists = false
  /// Lists that could not be read.
  var trouble: [SyncStanding.ListTrouble] = []
  /// Whether something failed that the round cannot do without.
  var isIncomplete = false
  /// Whether the team's plans may not be read by this worker.
  var isRefused = false
  /// Task reads answered, of all.
  var done = 0
  var all = 0

  init(isThorough: Bool, isFirst: Bool) {
    self.isThorough = isThorough
    self.isFirst = isFirst
  }
}
