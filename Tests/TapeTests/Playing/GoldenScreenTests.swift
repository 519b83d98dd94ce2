import Tape
import Terminal
import Testing

@Suite("Golden screens")
struct GoldenScreenTests {
  private func screen(_ time: String = "09:41") -> TapeScreen {
    var frame = Frame(size: Size(columns: 12, rows: 3))
    frame.put(SafeText("Tasks"), at: Position(row: 0, column: 0), style: Style(.heading))
    frame.put(SafeText(time), at: Position(row: 0, column: 7))
    frame.put(SafeText("> Milk"), at: Position(row: 1, column: 0), style: Style(.normal, isSelected: true))
    frame.cursor = Position(row: 1, column: 2)
    return TapeScreen(frame: frame, knowsRoles: true)
  }

  static let golden = """
    Tasks  **:**|
    > Milk      |
      ^
                |
    styles:
    row 1: heading 1-5
    row 2: selected normal 1-6

    """

  private var masks: ScreenMasks {
    var masks = ScreenMasks()
    masks.add("[0-9]+")
    return masks
  }

  @Test("are written as people read them: rows to their bar, cursor, masks, styled runs")
  func writes() {
    #expect(ScreenText(screen(), masks: masks).text == Self.golden)
    #expect(ScreenText(Self.golden) == ScreenText(screen("10:07"), masks: masks))
    #expect(ScreenText("not a screen\n") == nil)
  }

  @Test("are compared under masks, cursor and styles included")
  func compares() {
    let shelf = GoldenShelf(read: { $0 == "tasks.screen" ? Self.golden : nil }, write: { name, _ in name })
    #expect(shelf.compare("tasks", with: screen("11:11"), masks: masks) == nil)
    #expect(
      shelf.compare("tasks", with: screen(), masks: ScreenMasks())
        == .differs("tasks", ["- row 1: Tasks  **:**|", "+ row 1: Tasks  09:41|"]))
    var moved = screen()
    moved.frame.cursor = Position(row: 2, column: 0)
    #expect(
      shelf.compare("tasks", with: moved, masks: masks)
        == .differs("tasks", ["- cursor in row 2, column 3", "+ cursor in row 3, column 1"]))
    var plain = screen()
    plain.frame.restyle(row: 1) { _ in .normal }
    #expect(
      shelf.compare("tasks", with: plain, masks: masks) == .differs("tasks", ["- styles, row 2: selected normal 1-6"]))
  }

  @Test("seen from outside are compared without styles")
  func comparesFromOutside() {
    let shelf = GoldenShelf(read: { _ in Self.golden }, write: { name, _ in name })
    var plain = screen()
    plain.frame.restyle(row: 0) { _ in .normal }
    plain.knowsRoles = false
    #expect(shelf.compare("tasks", with: plain, masks: masks) == nil)
  }

  @Test("that are missing are written beside and fail; updating writes them and passes")
  func writesMissing() {
    var written: [String] = []
    var shelf = GoldenShelf(
      read: { _ in nil },
      write: { name, _ in
        written.append(name)
        return "screens/" + name
      })
    #expect(shelf.compare("tasks", with: screen(), masks: masks) == .missing(writtenTo: "screens/tasks.screen.new"))
    shelf.isUpdating = true
    #expect(shelf.compare("tasks", with: screen(), masks: masks) == nil)
    #expect(written == ["tasks.screen.new", "tasks.screen"])
  }

  @Test("that are no screens are told apart from missing ones, and what cannot be written never passes")
  func tellsWhatIsWrong() {
    let empty = GoldenShelf(read: { _ in "" }, write: { name, _ in name })
    #expect(
      empty.compare("tasks", with: screen(), masks: masks) == .malformed("tasks", writtenTo: "tasks.screen.new"))
    let unwritten = TapeUnwritten(path: "Screens/tasks.screen", reason: "Permission denied")
    for isUpdating in [false, true] {
      let closed = GoldenShelf(
        isUpdating: isUpdating, read: { _ in nil }, write: { _, _ throws(TapeUnwritten) in throw unwritten })
      #expect(closed.compare("tasks", with: screen(), masks: masks) == .unwritten(unwritten))
    }
  }

  @Test("have names that cannot leave their folder", arguments: ["../x", "", "a/b", ".hidden", "ä"])
  func refusesNames(_ name: String) {
    let shelf = GoldenShelf(read: { _ in nil }, write: { name, _ in name })
    #expect(shelf.compare(name, with: screen(), masks: ScreenMasks()) == .badName(name))
  }
}
