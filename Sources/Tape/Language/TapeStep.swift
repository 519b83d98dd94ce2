public import Terminal

/// One thing a tape does; the closed list of the language.
public enum TapeStep: Hashable, Sendable {
  /// Starts in another practice scenario.
  case world(TapeText)
  /// Changes how the program starts.
  case set(TapeSetting)
  /// Types characters one by one.
  case type(TapeText)
  /// Presses a key once or several times.
  case press(Key, times: Int)
  /// Pastes text as one piece.
  case paste(TapeText)
  /// Scans a code as a hand scanner does.
  case scan(TapeText)
  /// Clicks on the first cell where a text stands on the screen.
  case click(TapeText)
  /// Waits until a text is on the screen; virtual time jumps from timer to timer. Without a limit 60 seconds.
  case wait(TapeText, limit: Duration?)
  /// Waits until the program has nothing to do; never moves time.
  case waitIdle
  /// Says what must be true of the screen now.
  case expect(TapeExpectation)
  /// Says what must not be true of the screen now; never a golden screen.
  case expectNot(TapeExpectation)
  /// Runs a command by its permanent id.
  case perform(TapeText)
  /// Gives the screen another size.
  case resize(Size)
  /// Moves the clock, firing every timer on the way.
  case advance(Duration)
  /// Troubles the practice cloud.
  case fault(CloudTrouble)
  /// Somebody else changes a task.
  case remote(RemoteEdit)
  /// Approves the sign-in of a role or an account, starting it where none is pending.
  case approve(TapeText)
  /// Somebody answers the pending code's question with no.
  case decline
  /// The pending code's time runs out at the identity provider.
  case expire
  /// Somebody types the code on their phone and signs in there, with another password than theirs if one is given.
  case phone(TapeText, password: TapeText?)
  /// An administrator changes an account.
  case account(AccountSwitch, TapeText)
  /// The identity provider refuses an account with an `AADSTS` number, until it is enabled again.
  case refuse(Int, TapeText)
  /// Planner takes no more than this from now on.
  case limit(PlannerBound, Int)
  /// The world is put back to its start: codes, sessions, changes and troubles are gone.
  case reset
  /// An administrator changes the registration of the app.
  case app(AppSwitch)
  /// Head office does something, in the words of `tillside-cloud hq`.
  case headquarters(TapeText)
  /// Something happens to the machine the program runs on.
  case machine(MachineEvent)
  /// Gives a name to a text, used as `${name}` below.
  case assign(name: String, TapeText)
  /// Hides what changes between runs from golden screens.
  case mask(String)
  /// Shows a sentence to the audience.
  case caption(TapeText)
  /// Names a place to run to.
  case mark(TapeText)
  /// Waits for the trainer; does nothing outside `--step`.
  case pause
  /// Plays another file here.
  case source(TapeText)
}
