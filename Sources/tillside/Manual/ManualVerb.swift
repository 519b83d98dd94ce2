import ArgumentParser

/// `tillside manual`: the pages of the manual, from the program alone.
struct ManualVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "List the pages of the manual, or print one for a terminal of 80 columns.",
    discussion: "tillside keys lists every command with its keys, tillside settings every setting.")

  @Argument(
    help: "Name of a page; without one they are listed.", completion: .list(ManualPage.all.map(\.name)))
  var page: String?

  func run() throws {
    guard let page else {
      for page in ManualPage.all {
        print(page.name)
        for line in PageText.wrap(page.purpose, to: 76) { print("    \(line)") }
      }
      return
    }
    guard let found = ManualPage.all.first(where: { $0.name == page }) else {
      let near = nearest(page, among: ManualPage.all.map(\.name)).map { " Did you mean '\($0)'?" } ?? ""
      throw ValidationError("There is no page '\(page)'; tillside manual lists them.\(near)")
    }
    print(PageText(found.markdown, columns: 80).text, terminator: "")
  }
}
