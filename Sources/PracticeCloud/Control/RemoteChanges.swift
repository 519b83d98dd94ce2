import CloudWire

/// What somebody changes on another device.
public struct RemoteChanges: Hashable, Sendable {
  /// What becomes of the due time.
  public enum Due: Hashable, Sendable {
    /// ISO 8601 text with a zone.
    case at(String)
    /// It is taken away.
    case never
  }

  /// An item of the checklist, by its text or id, and whether it is ticked.
  public struct Check: Hashable, Sendable {
    /// Text or id.
    public var item: String
    /// Ticked or not.
    public var isChecked: Bool

    /// A tick to set or take away.
    public init(item: String, isChecked: Bool) {
      self.item = item
      self.isChecked = isChecked
    }
  }

  /// 0, 50 or 100, as Planner has it; any number from 0 to 100 goes.
  public var percentComplete: Int?
  /// A new title.
  public var title: String?
  /// A new note.
  public var note: String?
  /// A new due time.
  public var due: Due?
  /// An item of the checklist to tick or untick.
  public var check: Check?
  /// An item of the checklist to take off, by its text or id.
  public var removal: String?
  /// A label to give, by what the plan calls it or by its key.
  public var label: String?
  /// Another task of the same name is made beside it.
  public var copy = false
  /// Sign-in name of somebody to assign.
  public var assign: String?
  /// Sign-in name of somebody to take off.
  public var unassign: String?
  /// The task is deleted.
  public var delete = false

  /// No change yet.
  public init() {}

  /// Reads `changes` of a control call.
  init(_ body: ControlBody) throws(ControlProblem) {
    guard let value = body.object["changes"] else {
      throw .missing("changes", "Send an object with what changes.")
    }
    let changes = try ControlBody(
      value, place: "changes",
      allowing: [
        "percentComplete", "title", "note", "dueDateTime", "check", "remove", "label", "assign", "unassign", "copy",
        "delete",
      ])
    percentComplete = try changes.number("percentComplete", in: 0...100)
    title = try changes.optionalText("title")
    note = try changes.optionalText("note")
    if changes.has("dueDateTime") { due = try changes.optionalText("dueDateTime").map(Due.at) ?? .never }
    if let value = changes.object["check"] {
      let check = try ControlBody(value, place: "changes.check", allowing: ["item", "isChecked"])
      self.check = Check(item: try check.text("item"), isChecked: try check.truth("isChecked") ?? true)
    }
    removal = try changes.optionalText("remove")
    label = try changes.optionalText("label")
    copy = try changes.truth("copy") ?? false
    assign = try changes.optionalText("assign")
    unassign = try changes.optionalText("unassign")
    delete = try changes.truth("delete") ?? false
    guard self != RemoteChanges() else { throw .wrong("changes", "Nothing changes.", "Name at least one change.") }
  }

  /// Whether nothing but a deletion is asked for.
  var isDeletionAlone: Bool {
    var deletion = RemoteChanges()
    deletion.delete = true
    return self == deletion
  }
}
