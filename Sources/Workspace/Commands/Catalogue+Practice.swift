extension Catalogue {
  /// Commands over the practice world; they have no keys, so that nobody runs into them.
  static let practice: [Command] = [
    Command(.practiceReset, [], in: [.everywhere], when: \.mayPractise),
    Command(.practiceOffline, [], in: [.everywhere], when: \.mayPractise),
    Command(.practiceFault, [], in: [.everywhere], when: \.mayPractise),
    Command(.practiceRemote, [], in: [.everywhere], when: \.mayPractiseOnTask),
    Command(.practicePublish, [], in: [.everywhere], when: \.mayPractiseAtWork),
  ]
}
