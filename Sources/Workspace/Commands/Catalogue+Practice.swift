extension Catalogue {
  /// Commands over the practice world; they have no keys, so that nobody runs into them.
  static let practice: [Command] = [
    Command(.practiceReset, [], in: [.everywhere], when: { $0.mayPractise }),
    Command(.practiceOffline, [], in: [.everywhere], when: { $0.mayPractise }),
    Command(.practiceFault, [], in: [.everywhere], when: { $0.mayPractise }),
    Command(.practiceRemote, [], in: [.everywhere], when: { $0.mayPractiseOnTask }),
    Command(.practicePublish, [], in: [.everywhere], when: { $0.mayPractiseAtWork }),
  ]
}
