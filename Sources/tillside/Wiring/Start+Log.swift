import StoreModel
import Strings
import Tape
import Workspace

extension Start {
  /// A seed to write into a log; nil with a real tenant, whose ids must not be told beforehand.
  var seedForLog: UInt64? { cloud.isPractice ? UInt64.random(in: 0...UInt64(Int32.max)) : nil }

  /// The message log of a run: a tape in practice, redacted with a real tenant.
  func log(_ file: LogFile, of state: AppState, on terminal: RunTerminal, seed: UInt64?, takesMouse: Bool) -> MessageLog
  {
    guard cloud.isPractice else { return MessageLog(redacted: { file.write($0) }) }
    var tape = TapeStart()
    if case .embedded(let scenario) = cloud { tape.scenario = scenario }
    tape.size = state.size
    tape.theme = settings.appearance.theme
    tape.language = state.look.words.language
    tape.seed = Int(truncatingIfNeeded: seed ?? 1)
    tape.isASCII = !state.look.isUnicode
    tape.plain = !terminal.isLines ? .no : terminal.canForget ? .yes : .paper
    tape.takesMouse = takesMouse
    tape.isKiosk = state.isKiosk
    let usual = Settings()
    if settings.session.idleMinutes != usual.session.idleMinutes { tape.idle = settings.session.idleMinutes }
    if settings.session.absoluteHours != usual.session.absoluteHours { tape.hours = settings.session.absoluteHours }
    if settings.pollSeconds != usual.pollSeconds { tape.poll = settings.pollSeconds }
    tape.pin = state.pinRule
    tape.signIn = TapeSignIn(ways: settings.session.signIn)
    return MessageLog(of: tape, from: state.now, namingCommands: !settings.keys.isEmpty) { file.write($0) }
  }
}

extension TapeSignIn {
  /// As the settings have it.
  fileprivate init(ways: [String]) {
    self = ways == ["deviceCode"] ? .code : ways == ["browser"] ? .browser : .both
  }
}
