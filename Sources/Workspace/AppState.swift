public import SessionCore
public import StoreModel
import Strings
public import TaskSync
public import Terminal

/// Everything the screen is drawn from; a value, changed only by `update`.
public struct AppState: Equatable, Sendable {
  /// The screen's size.
  public var size: Size
  /// How things are shown: language, marks, whether lines may go beyond ASCII.
  public var look: Look
  /// Both clocks at the last turn.
  public var now: Now
  /// The store's own calendar.
  public var calendar: StoreCalendar
  /// Where this terminal stands.
  public var till: Till
  /// What fills the screen.
  public var page: Page
  /// Who works in this store, as its profile lists them; empty where nothing lists them.
  var staff: Set<UserID> = []
  /// What lies over the page, if anything.
  public var overlay: Overlay?
  /// One line about what just happened or why something cannot be done.
  public var notice: Notice?
  /// Who is signed in, as far as the front end knows.
  public var session: SessionView?
  /// The signed-in worker's tasks, and where they are in them.
  public var shift: Shift?
  /// When the session locks by itself, while that is near.
  public var lockingAt: Instant?
  /// The worker who locked this terminal, until somebody is signed in again.
  public var locked: LockedPage?
  /// Where that worker was.
  public var place: Place?
  /// What of the last session the disk did not take.
  var notKept = NotKept()
  /// A command somebody else allows the worker, from the question to its end.
  public var override: Override?
  /// Whether the terminal's bell rings for what is new for the worker.
  public var ringsBell = false
  /// Whether no key closes the program and only listed commands run.
  public var isKiosk = false
  /// Whether what was sealed for the worker has been found; before that nothing may take its place.
  var isPlaceFound = false
  /// Changes being given up before the sign-out question comes back.
  var discarding: Set<Int64> = []
  /// What the worker is writing and has not saved: an editor puts it here with every key, and takes it from here.
  public var draft: Draft?
  /// What of it is sealed on the disk, as it was last ordered.
  var sealedDrafts = SealedDrafts()
  /// What the worker had typed into lines when they locked, the latest first, until these lines are asked for again.
  var asked: [Draft] = []
  /// Whether the latest opens by itself: as long as no key was pressed since.
  var asksAtOnce = false
  /// The page a sign-in beside the work began on.
  var pageBeside: Page?
  /// The line or PIN being typed while it is asked whether to quit or to sign out.
  var typedBelow: Overlay?
  /// Unsent changes of other workers of this terminal.
  public var othersUnsent = UnsentSummary()
  /// The last moment the session was told that the worker is there.
  var activity: Instant?
  /// When a session locks by itself, as the session itself counts it.
  public var limits = SessionPolicy()
  /// Whether workers may or have to set a session PIN here.
  public var pinRule = PINRule.off
  /// What is known of the session's PIN.
  var pin = SessionPIN.none
  /// Whether the worker opened their list by PIN and has not signed in since.
  var isOpenByPIN = false
  /// What the last session that ended left behind, for a program that ends with it.
  public var lastReceipt: SignOutReceipt?
  /// Whether the worker of the last session that ended has a history here, which stays sealed for them.
  var keepsHistory = false
  /// The practice phone, while it is out.
  public var phone: PhoneState?
  /// Accounts the practice phone knows; empty outside practice.
  public var accounts: [PhoneState.Account] = []
  /// The trouble the practice cloud was given from here.
  var practiceTrouble: PracticeTrouble?
  /// Whether somebody outside waits for the session's end.
  var isOutsideWaiting = false
  /// Makes the keys of what is added here; a program takes random seeds for it.
  public var clientKeys = ClientKeys(0, 0)
  /// How a hand scanner marks its codes; nil where none is set up.
  public var scanRule: ScanRule?
  /// Which keys do what.
  public var keymap = Keymap.standard
  /// Why the program is over.
  public var exit: ExitReason?

  /// A program at its start page.
  public init(size: Size, look: Look, now: Now, calendar: StoreCalendar, till: Till) {
    self.size = size
    self.look = look
    self.now = now
    self.calendar = calendar
    self.till = till
    page = .start(StartState())
  }
}

/// What fills the screen.
public enum Page: Equatable, Sendable {
  case start(StartState)
  case code(CodeState)
  /// The four tabs; its state is the shift's board.
  case tasks
  case task(TaskPage)
  case standing(StandingPage)
  case news(NewsPage)
  case note(NotePage)
  case history(HistoryPage)
  case locked(LockedPage)
  case leaving(LeavingPage)
  case receipt(SignOutReceipt)
}

/// What lies over a page.
public enum Overlay: Equatable, Sendable {
  /// Help or palette: the live commands, filtered as you type.
  indirect case finder(FinderState)
  /// "Quit?", with the letter that asked, which goes to the field when typing goes on.
  case quit(typed: Character?)
  /// "Sign out?", or a sign-out that waits until the worker's changes are sent.
  case signOut(whenSent: Bool)
  /// The three statuses of a task.
  case status(StatusMenu)
  /// A change that needs its owner.
  case decision(DecisionCard)
  /// A list to choose from.
  case choice(Choice)
  /// One line asked for.
  case entry(Entry)
  /// A question one key answers.
  case question(Question)
  /// A PIN being set or typed.
  case pin(PINPrompt)
}

/// Who is signed in.
public struct SessionView: Equatable, Sendable {
  /// The worker.
  public var worker: Worker
  /// How they stand to this store.
  public var standing: StoreStanding
  /// Since when.
  public var since: Now

  /// A session as shown.
  public init(worker: Worker, standing: StoreStanding, since: Now) {
    self.worker = worker
    self.standing = standing
    self.since = since
  }
}

/// One line above the footer.
public struct Notice: Equatable, Sendable {
  /// What it says.
  public var text: String
  /// How it is meant.
  public var role: Role
  /// What it is about, where that decides what becomes of it; nil for what only a key takes away.
  var subject: Subject?

  /// What a notice is about.
  enum Subject: Equatable, Sendable {
    /// A sync that is under way: what it brings takes the notice away.
    case sync
    /// A date that was not understood: it need not be said below what is typed as well.
    case date
  }

  /// A notice; words come from the strings.
  public init(_ text: String, role: Role = .normal) {
    self.text = text
    self.role = role
  }

  /// A notice about something that decides what becomes of it.
  init(_ text: String, role: Role = .normal, about subject: Subject) {
    self.init(text, role: role)
    self.subject = subject
  }
}

/// Why the program ended.
public enum ExitReason: Hashable, Sendable {
  /// The worker quit.
  case quit
  /// A signal ended it.
  case signal(Int32)
  /// The terminal is gone.
  case hangUp

  /// The process's exit code (INTERFACE: 0 done, 128+n ended by a signal; a hang-up counts as SIGHUP).
  public var code: Int32 {
    switch self {
    case .quit: 0
    case .signal(let number): 128 + number
    case .hangUp: 129
    }
  }
}
