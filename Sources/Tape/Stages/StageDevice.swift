import Terminal

/// A terminal in memory a stage puts the loop on.
protocol StageDevice: TerminalDevice {
  /// What is on it.
  var screen: TapeScreen { get }
  /// What happens to it next.
  func send(_ event: TerminalEvent)
  /// Gives it another size.
  func resize(to size: Size)
}
