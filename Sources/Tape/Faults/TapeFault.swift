public import Workspace

/// One mistake in a tape: where it stands and what it is. A tape with a mistake is never played.
public struct TapeFault: Error, Hashable, Sendable {
  /// The file's name as given.
  public var file: String
  /// Line from 1.
  public var line: Int
  /// Column from 1, in Unicode scalars.
  public var column: Int
  /// How many scalars are wrong; at least 1.
  public var length: Int
  /// The line as written.
  public var source: String
  /// What is wrong.
  public var kind: TapeFaultKind

  /// A mistake at a place.
  public init(file: String, line: Int, column: Int, length: Int, source: String, kind: TapeFaultKind) {
    self.file = file
    self.line = line
    self.column = column
    self.length = max(1, length)
    self.source = source
    self.kind = kind
  }
}

/// Everything that can be wrong with a tape before it is played.
public enum TapeFaultKind: Hashable, Sendable {
  /// No step begins with this word.
  case unknownStep(String, nearest: String?)
  /// A word other tools have for a step, or a command's name; and what a tape writes instead.
  case otherWord(String, OtherWord)
  /// A lone character is typed, not named.
  case characterStep(String)
  /// A word with `+` or `F…` that names no key.
  case unknownKey(String, nearest: String?)
  /// A word that is none of a closed list.
  case unknownWord(TapeVocabulary.List, String, known: [String])
  /// Something is missing at the end of the step.
  case missing(TapeArgument)
  /// Something else stands where this was expected.
  case unexpected(String, wanted: TapeArgument)
  /// A number out of its range.
  case outOfRange(TapeArgument, String, least: Int, most: Int)
  /// Something stands after the end of the step.
  case surplus(String)
  /// Words that are no order of head office.
  case badOrder(HeadquartersOrder.Flaw)
  /// A text without its closing quote.
  case openText
  /// A pattern without its closing slash.
  case openPattern
  /// `\` before something that has no meaning after it.
  case unknownEscape(String)
  /// `${…}` without a proper name, or not closed.
  case badName
  /// A pattern that cannot be read.
  case badPattern(String)
  /// An empty text is on every screen, so looking for it says nothing.
  case emptyText
  /// An empty text where something or somebody has to be named.
  case nothingNamed
  /// No account and no role of this world is called so.
  case unknownAccount(String, world: String, known: [String])
  /// A name that cannot be a golden screen's.
  case badScreenName(String)
  /// A text that is no moment.
  case badMoment(String)
  /// A text that names no requests.
  case badMatch(String)
  /// A trouble that lasts until it is ended, or for so many requests, and has no use for a time.
  case timelessTrouble(CloudTrouble.Kind)
  /// A time no trouble can have.
  case badTroubleTime(String)
  /// A key that is none of a line, in a tape that speaks line by line.
  case notOfLine(String)
  /// A click in a tape whose program takes none.
  case clickUnheard
  /// A key that was set for a command cannot be the command's alone.
  case keyTaken(KeyConflict)
  /// Nothing is done or expected in the whole tape.
  case noSteps
  /// A golden screen cannot be expected away.
  case screenNegated
  /// A control character stands in the file.
  case controlCharacter(UInt32)
  /// The file is not UTF-8.
  case notUTF8
  /// `Set` or `World` after the first key.
  case lateSetting(String)
  /// A setting that stands in the tape already; where, as file and line.
  case settingAgain(String, first: String)
  /// Files that play each other so often that more than this many steps come of it.
  case tooManySteps(Int)
  /// A text that is waited for longer than this many days.
  case waitTooLong(String, most: Int)
  /// A name no `Let` above has given a value.
  case unknownName(String, nearest: String?)
  /// A text to be seen that is empty, because a name in it is.
  case emptyName(String)
  /// A file cannot be read.
  case sourceUnreadable(String)
  /// A file that cannot be a tape.
  case sourceRefused(String, TapeRefusal)
  /// Files that play each other without end.
  case sourceCycle(String)
  /// Files play each other too deep, perhaps one itself by ever other names; with how deep they may.
  case sourceTooDeep(Int)
}

/// Why a file is not even read as a tape.
public enum TapeRefusal: Error, Hashable, Sendable {
  /// It has more than this many bytes.
  case tooLarge(most: Int)
  /// It is a folder, a pipe or a device.
  case notAFile
}

/// What a step can ask for.
public enum TapeArgument: Hashable, Sendable, CaseIterable {
  case text, quotedText, count, row, number, size, duration, limit, pattern, yesOrNo
  case setting, expectation, role, trouble, troubleForm, remoteEdit, accountSwitch, appSwitch, machineEvent, approver,
    person, name, path, command, scenario, screenName
  case textOrIdle, asWord, moment, pinRule, signIn, plain, bound, order, onOrOff, key
}
