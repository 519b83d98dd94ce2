import StoreModel
import Strings
import TaskSync
public import Terminal

/// What has been said so far, and so what is worth saying now: each change once, a page whole only when it begins or is
/// asked for.
public struct PlainTalk: Sendable {
  /// What is said at once.
  public struct Speech: Equatable, Sendable {
    /// Line by line.
    public var lines: [SafeText]
    /// What is asked.
    public var question: SafeText
    /// Whether the answer must not be seen.
    public var isSecret: Bool
  }

  /// The page that was said last, which answers are read against.
  public private(set) var page: PlainPage?
  private var header: [String] = []
  private var notice: Notice?
  private var facts: [String] = []
  private var isLockNear = false
  /// Whether it was said that rows are others than those said.
  private var isStale = false

  /// Nothing said yet.
  public init() {}

  /// What is to be said now; nil when nothing is new.
  ///
  /// - Parameter answer: what the worker has just answered, after which they wait for something to be said; an empty
  ///   line asks to hear the page again.
  public mutating func speech(_ state: AppState, after answer: String? = nil) -> Speech? {
    let isAnswered = answer != nil
    let next = plainPage(state)
    if isAnswered { notice = nil }
    let isNew = next.name != page?.name
    var said = news(state, isNewPage: isNew)
    if isNew || answer?.trimmed.isEmpty == true && said.isEmpty {
      said += headerIfOther(next, state) + next.lines.map(\.spoken)
      isStale = false
    } else if let page, next.lines != page.lines {
      said += differences(page, next, state, isAnswered: isAnswered)
    }
    guard !said.isEmpty || isNew || isAnswered else { return nil }
    if !isStale { page = next }
    return Speech(
      lines: said.map { SafeText($0) }, question: SafeText("\(next.question) "), isSecret: next.isSecret)
  }

  /// Notice, lock warning, and how true the data is, where they are others than those said.
  private mutating func news(_ state: AppState, isNewPage: Bool) -> [String] {
    var said: [String] = []
    if let line = state.notice, line != notice { said.append(line.text) }
    notice = state.notice
    if let moment = state.lockingAt, !isLockNear {
      let seconds = max(0, state.now.instant.duration(to: moment).components.seconds)
      said.append(state.look.words(.footerLocksIn, ["seconds": String(seconds)]))
    }
    isLockNear = state.lockingAt != nil
    let now = PlainTalk.facts(state)
    if now != facts, !isNewPage, !now.isEmpty { said.append(now.joined(separator: ", ")) }
    facts = now
    return said
  }

  private mutating func headerIfOther(_ next: PlainPage, _ state: AppState) -> [String] {
    // The place and the worker; the clock and the age of the data alone are no reason.
    let kept = [state.till.store, state.session?.worker.username ?? "", state.locked?.username ?? ""]
    guard kept != header else { return [] }
    header = kept
    return next.header
  }

  /// Lines that are others than those said: a few are said, many only counted.
  private mutating func differences(
    _ old: PlainPage, _ new: PlainPage, _ state: AppState, isAnswered: Bool
  ) -> [String] {
    // A page read off its frame is the same page only while nothing but numbers run.
    if new.name.hasPrefix(PlainPage.framePrefix) { return [] }
    let before = Set(old.lines.map(\.spoken))
    let changed = new.lines.map(\.spoken).filter { !before.contains($0) }
    if isAnswered || changed.count <= 3 && old.lines.map(\.pick) == new.lines.map(\.pick) {
      isStale = false
      return changed
    }
    if isStale { return [] }
    isStale = true
    let gone = PlainTalk.gone(old, new, state)
    let change = state.look.words(PlainPhrase.listChanged)
    return (1...3).contains(gone.count)
      ? gone.map { state.look.words(PlainPhrase.gone, ["title": $0]) } + [change] : [change]
  }

  /// Titles of tasks that were said and stand there no more, as one that is done.
  private static func gone(_ old: PlainPage, _ new: PlainPage, _ state: AppState) -> [String] {
    let left = Set(new.lines.compactMap(\.pick))
    return old.lines.compactMap { line in
      guard let pick = line.pick, !left.contains(pick), case .task(let id) = pick else { return nil }
      return state.shift?.tasks[id].map { $0.task.title + ", " + state.look.name($0.task.status) } ?? line.text
    }
  }

  /// How true the data is, without its age.
  private static func facts(_ state: AppState) -> [String] {
    guard let shift = state.shift else { return [] }
    var standing = shift.standing
    standing.progress = nil
    let words = state.look.words
    var facts = [state.look.connection(standing, state, hasAge: false).text]
    if shift.unsentCount > 0 { facts.append(words(.truthNotSent, ["n": String(shift.unsentCount)])) }
    if shift.needsYou > 0 { facts.append(words.counted(.truthNeedsYou, shift.needsYou)) }
    if !shift.news.unseen.isEmpty { facts.append(words.counted(.truthNew, shift.news.unseen.count)) }
    return facts
  }
}

extension AppState {
  /// Whether the first sync of the shift is under way.
  var isReadingFirst: Bool {
    guard let standing = shift?.standing, standing.lastSync == nil, standing.noListsBecause == nil else { return false }
    switch standing.connection {
    case .connecting, .online: return true
    case .offline, .throttled, .signInNeeded, .notTrusted: return false
    }
  }

  /// Whether the next page comes by itself, so that a script's next answer is not meant for this one.
  public var isBetweenPages: Bool {
    switch page {
    case .leaving: return true
    case .tasks: return isReadingFirst
    case .code(let code):
      if let ask = phone?.page?.ask { return ask == .done || ask == .nothing }
      switch code.step {
      case .asking, .checking: return true
      case .yourTurn, .yourPage: return phone != nil
      case .refused: return false
      }
    default: return false
    }
  }
}
