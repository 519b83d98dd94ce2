import FoundationEssentials
import Tape
import Testing
import Workspace

/// Golden screens of this target: `Tests/WorkspaceTests/Screens`. `UPDATE_SCREENS=1` rewrites them.
enum GoldenScreen {
  /// Holds what a state draws against the golden screen of a name.
  static func expect(_ name: String, _ state: AppState, at location: SourceLocation = #_sourceLocation) {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/") + "/Screens/"
    let shelf = GoldenShelf(
      isUpdating: ProcessInfo.processInfo.environment["UPDATE_SCREENS"] != nil,
      read: { file in FileManager.default.contents(atPath: folder + file).map { String(decoding: $0, as: UTF8.self) } },
      write: { file, text in
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try? Data(text.utf8).write(to: URL(filePath: folder + file))
        return folder + file
      })
    let screen = TapeScreen(frame: draw(state), knowsRoles: true)
    let difference = shelf.compare(name, with: screen, masks: ScreenMasks())
    #expect(difference == nil, "\(difference.map { "\($0)" } ?? "")", sourceLocation: location)
  }
}
