public import StoreModel

/// A task as the server sent it: what Tillside understands, and the rest of it as it stood on the wire.
public struct ServerTask: Hashable, Sendable {
  var shared: SharedTask
  /// What Tillside understands.
  public var task: StoreTask {
    get { shared.task }
    set { shared = SharedTask(newValue) }
  }
  /// Members Tillside does not understand, as JSON text `"name":value,…` without braces; kept so that nothing is lost.
  ///
  /// A part of one piece of memory that all tasks of an answer share: a piece for each would leave holes between what
  /// stays when they go.
  public var rest: ArraySlice<UInt8>

  /// A task and the unknown rest of it.
  public init(_ task: StoreTask, rest: ArraySlice<UInt8> = []) {
    shared = SharedTask(task)
    self.rest = rest
  }
}

/// Details as the server sent them; see `ServerTask`.
public struct ServerDetails: Hashable, Sendable {
  /// What Tillside understands.
  public var details: TaskDetails
  /// Members Tillside does not understand, as JSON text without braces.
  public var rest: [UInt8]

  /// Details and the unknown rest of them.
  public init(_ details: TaskDetails, rest: [UInt8] = []) {
    self.details = details
    self.rest = rest
  }
}

/// A team the worker is a member of; its id is also its group's.
public struct ServerTeam: Hashable, Sendable, Identifiable {
  /// Group id, a GUID.
  public var id: String
  /// Untrusted text.
  public var name: String

  /// A team.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}
