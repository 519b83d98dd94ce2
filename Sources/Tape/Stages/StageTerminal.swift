import Terminal
import TerminalHeadless

/// The terminal in memory a stage puts the loop on: unlike the bare one it waits for its bell when nothing is pending.
final class StageTerminal: TerminalDevice {
  private let screen: HeadlessTerminal
  private let bell: Bell

  init(size: Size, abilities: TerminalAbilities, bell: Bell) {
    screen = HeadlessTerminal(size: size, abilities: abilities)
    self.bell = bell
  }

  var size: Size { screen.size }
  var abilities: TerminalAbilities { screen.abilities }
  var waker: any TerminalWaker { bell }

  /// What is on the screen; an empty one after it was blanked.
  var frame: Frame { screen.frame ?? Frame(size: screen.size) }

  func send(_ event: TerminalEvent) { screen.send(event) }
  func resize(to size: Size) { screen.resize(to: size) }

  func events(waitingUpTo limit: Duration?) -> [TerminalEvent] {
    if !screen.hasNews { bell.hear(waitingUpTo: limit ?? .seconds(60)) }
    return screen.events(waitingUpTo: .zero)
  }

  func present(_ frame: Frame) { screen.present(frame) }
  func blank() { screen.blank() }
  func invalidate() { screen.invalidate() }
}
