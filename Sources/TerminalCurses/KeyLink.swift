internal import Terminal

/// How keys reach us, as the environment tells: over a link that may tear sequences apart, or directly.
struct KeyLink: Hashable {
  /// Whether something stands between the keyboard and us: SSH, tmux, screen.
  let isRemote: Bool
  /// How long a lone escape waits for its sequence.
  let escapeDelay: Duration

  init(environment: [String: String]) {
    isRemote = ["SSH_TTY", "SSH_CONNECTION", "TMUX", "STY"].contains { environment[$0]?.isEmpty == false }
    if let asked = environment["ESCDELAY"].flatMap(Int.init), (0...10_000).contains(asked) {
      escapeDelay = .milliseconds(asked)
    } else {
      escapeDelay = .milliseconds(isRemote ? 150 : 25)
    }
  }
}
