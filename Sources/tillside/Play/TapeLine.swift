import ArgumentParser

/// Whose time a taped program has: the world's, or that of its player, who moves it.
enum TapeLine: String, ExpressibleByArgument, CaseIterable {
  case real, virtual
}
