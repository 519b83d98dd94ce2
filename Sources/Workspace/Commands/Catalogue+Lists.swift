import Terminal

extension Catalogue {
  /// Commands of the rows and of what lies beside them.
  static let lists: [Command] = [
    Command(.order, [.letter("o")], in: [.tasks]),
    Command(.mark, [.letter("v")], in: [.tasks]),
    Command(.markAll, [.letter("V")], in: [.tasks]),
    Command(.nextPane, [Key(.tab)], in: [.tasks, .task, .listsPane]),
    Command(.legend, [], in: [.tasks, .task, .listsPane]),
    Command(.notifications, [Key(.function(3)), .letter("b")], in: work),
    Command(.tasks, [.letter("t")], in: work, operation: 1400),
  ]
}
