extension AppState {
  /// The area whose keys come first: the overlay's, else the page's.
  var area: Area {
    switch overlay {
    case .finder: return .finder
    case .quit: return .quitQuestion
    case nil: break
    }
    if phone?.page != nil { return .phone }
    switch page {
    case .start: return .start
    case .code: return .code
    }
  }

  /// Whether printable keys go to a text field before they are read as commands.
  var isTyping: Bool {
    switch area {
    case .finder, .start: true
    default: false
    }
  }
}
