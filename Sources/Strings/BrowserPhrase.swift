/// Texts of the pages a browser gets at the end of a sign-in, by name; `Resources/Strings` holds the words.
public enum BrowserPhrase: String, Hashable, Sendable, CaseIterable {
  case loopbackAcceptedTitle = "loopback.accepted.title"
  case loopbackAccepted = "loopback.accepted"
  case loopbackNotOursTitle = "loopback.not-ours.title"
  case loopbackNotOurs = "loopback.not-ours"
  case loopbackSpentTitle = "loopback.spent.title"
  case loopbackSpent = "loopback.spent"
  case loopbackMissingTitle = "loopback.missing.title"
  case loopbackMissing = "loopback.missing"
}
