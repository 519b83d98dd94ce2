import Strings
import Terminal
import Testing

@testable import Workspace

@Suite struct CommandWordsTests {
  @Test func everyCommandHasWordsAndNoWordIsLeftOver() {
    let used = Catalogue.commands.flatMap { [$0.label, $0.help] }
    let missing = used.filter { Words.english($0) == $0.key }
    #expect(missing.isEmpty)
    let keys = Words.english.keys.filter { $0.hasPrefix("command.") }
    #expect(keys.subtracting(used.map(\.key)).isEmpty, "words without a command")
  }

  @Test func everyCommandIsDeclaredOnce() {
    #expect(Catalogue.commands.map(\.id).count == Set(Catalogue.commands.map(\.id)).count)
    #expect(Set(Catalogue.commands.map(\.id)) == Set(CommandID.allCases))
  }

  /// Two commands that want one key in one place: only where one of them is live everywhere and gives way on purpose.
  @Test func noTwoCommandsOfAnAreaShareAKey() {
    for area in Area.allCases {
      var owners: [Key: CommandID] = [:]
      for command in Catalogue.commands where command.areas.contains(area) {
        for key in command.keys {
          #expect(owners[key] == nil, "\(area): \(key) is \(command.id) and \(owners[key]?.rawValue ?? "")")
          owners[key] = command.id
        }
      }
    }
  }
}
