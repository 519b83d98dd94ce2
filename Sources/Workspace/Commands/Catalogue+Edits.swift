import TaskSync
import Terminal

extension Catalogue {
  /// Commands that change tasks.
  static let edits: [Command] = [
    Command(.taskNote, [.letter("c")], in: [.tasks, .task], footer: 32, when: { $0.mayChange(.note) }),
    Command(.newTask, [.letter("n")], in: [.tasks, .listsPane], footer: 36, when: { $0.mayMakeTasks }),
    Command(.editTask, [.letter("e")], in: [.tasks, .task], footer: 40, when: { $0.mayEdit }),
    Command(.assign, [.letter("a")], in: [.tasks, .task], footer: 42, when: { $0.mayChange(.assignees) }),
    Command(.taskDue, [.letter("d")], in: [.tasks, .task], footer: 44, when: { $0.mayChange(.due) }),
    Command(.taskPriority, [.letter("p")], in: [.tasks, .task], when: { $0.mayChange(.priority) }),
    Command(.moveBucket, [.letter("m")], in: [.tasks, .task], when: { $0.mayChange(.bucket) }),
    Command(.deleteTask, [Key(.delete), .letter("D")], in: [.tasks, .task], when: { $0.mayDelete }),
    Command(.addItem, [.letter("n"), .letter("+")], in: [.task], footer: 38, when: { $0.mayChange(.checklist) }),
    Command(.itemUp, [Key(.up, .alt), .letter("K")], in: [.task], when: { $0.mayMoveItem }),
    Command(.itemDown, [Key(.down, .alt), .letter("J")], in: [.task], when: { $0.mayMoveItem }),
    Command(.noteSave, [.control("s")], in: [.note], footer: 10),
    Command(.noteUndo, [Key(.character("u"), .alt), .control("_")], in: [.note], footer: 20),
    Command(.noteRedo, [.control("r")], in: [.note], footer: 30),
    Command(.keep, [Key(.enter), .control("s")], in: [.entry], footer: 10),
    Command(.tick, [.letter(" ")], in: [.choice], when: { $0.mayTick }),
    Command(.drop, [.letter("d")], in: [.question], when: { $0.mayDrop }),
    Command(.history, [Key(.function(4)), .letter("H")], in: work),
  ]
}
