/// By what the rows stand under headings.
public enum Arrangement: Int, Hashable, Sendable, CaseIterable {
  /// Overdue, today, this week, later: the agenda.
  case due = 1
  case priority
  /// List and bucket.
  case bucket
  /// Who works on them.
  case worker
  /// No headings, by title.
  case title
}
