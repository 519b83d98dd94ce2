import Terminal
import TerminalHeadless

/// The terminal in memory a stage puts the loop on: unlike the bare one it waits for its bell when nothing is pending.
final class StageTerminal: StageDevice {
  private let terminal: HeadlessTerminal
  private let bell: Bell

  init(size: Size, abilities: TerminalAbilities, bell: Bell) {
    terminal = HeadlessTerminal(size: size, abilities: abilities)
    self.bell = bell
  }

  var size: Size { terminal.size }
  var abilities: TerminalAbilities { terminal.abilities }
  var waker: any TerminalWaker { bell }

  /// An empty screen after it was blanked.
  var screen: TapeScreen { TapeScreen(frame: terminal.frame ?? Frame(size: terminal.size), knowsRoles: true) }

  func send(_ event: TerminalEvent) { terminal.send(event) }
  func resize(to size: Size) { terminal.resize(to: size) }

  func events(waitingUpTo limit: Duration?) -> [TerminalEvent] {
    if !terminal.hasNews { bell.hear(waitingUpTo: limit ?? .seconds(60)) }
    return terminal.events(waitingUpTo: .zero)
  }

  func present(_ frame: Frame) { terminal.present(frame) }
  func blank() { terminal.blank() }
  func ring() { terminal.ring() }
  func invalidate() { terminal.invalidate() }
}
