/// Something that goes wrong on purpose, so that the terminal's answer to it can be seen.
public struct Fault: Hashable, Sendable {
  /// What goes wrong.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The connection is dropped; the request has no effect.
    case offline
    /// 429 with `Retry-After`.
    case throttle
    /// 503 with `Retry-After`.
    case unavailable
    /// 504, though the request takes effect: nobody knows what became of it.
    case gateway
    /// No answer ever comes; the request has no effect.
    case timeout
    /// The request takes effect, and the connection breaks in the middle of the answer.
    case truncate
    /// 200 with something else than JSON, as a captive portal answers.
    case garbage
    /// The answer comes late.
    case latency
    /// 409 for a write; once unless a count is given.
    case conflict
    /// 401 with a claims challenge (`insufficient_claims`); once unless a count is given.
    case challenge
    /// The cloud's clock is ahead: the `Date` of every answer it hits; other faults hit as before.
    case skew
  }

  /// How `Retry-After` is written.
  public enum RetryForm: String, Hashable, Sendable, CaseIterable { case seconds, date }

  /// What `garbage` answers.
  public enum Garbage: String, Hashable, Sendable, CaseIterable {
    /// A captive portal's page.
    case html
    /// JSON cut off in the middle.
    case json
    /// Five million bytes of valid JSON.
    case huge
  }

  /// What goes wrong.
  public var kind: Kind
  /// Method and path prefix, `PATCH /v1.0/planner`; either alone is enough, empty means every request.
  public var match: String
  /// How many requests it hits; nil for until it is cleared.
  public var count: Int?
  /// Seconds of `Retry-After` (10 unless given), of lateness (3 unless given) or by which a clock is ahead (600 unless
  /// given); other kinds have no use for them.
  public var seconds: Int?
  /// How `Retry-After` is written.
  public var form: RetryForm
  /// What `garbage` answers.
  public var body: Garbage

  /// A fault; conflict and challenge hit once unless a count is given.
  public init(
    _ kind: Kind, match: String = "", count: Int? = nil, seconds: Int? = nil, form: RetryForm = .seconds,
    body: Garbage = .html
  ) {
    self.kind = kind
    self.match = kind == .conflict && match.isEmpty ? "PATCH /v1.0" : match
    self.count = count ?? (kind == .conflict || kind == .challenge ? 1 : nil)
    self.seconds = seconds
    self.form = form
    self.body = body
  }
}

extension Fault {
  /// Whether it hits a request; challenges and conflicts hit Graph only.
  func hits(method: String, path: String) -> Bool {
    if kind == .challenge || kind == .conflict, !path.hasPrefix("/v1.0") { return false }
    let parts = match.split(separator: " ", maxSplits: 1)
    let wantedMethod = parts.first { !$0.hasPrefix("/") }
    let wantedPath = parts.first { $0.hasPrefix("/") }
    if let wantedMethod, wantedMethod != "*", wantedMethod.uppercased() != method { return false }
    return path.hasPrefix(wantedPath ?? "/")
  }
}

/// The faults switched on now, in the order they were asked for.
struct FaultBoard: Sendable {
  private(set) var faults: [Fault] = []

  mutating func add(_ fault: Fault) {
    if fault.count ?? 1 > 0 { faults.append(fault) }
  }

  mutating func clear() { faults = [] }

  /// The first fault that hits a request, counted down by it.
  mutating func take(
    method: String, path: String, of kinds: [Fault.Kind] = Fault.Kind.allCases.filter { $0 != .skew }
  ) -> Fault? {
    guard let index = faults.firstIndex(where: { kinds.contains($0.kind) && $0.hits(method: method, path: path) })
    else { return nil }
    let fault = faults[index]
    if let count = fault.count {
      if count > 1 { faults[index].count = count - 1 } else { faults.remove(at: index) }
    }
    return fault
  }
}
