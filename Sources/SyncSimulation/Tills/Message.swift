import StoreModel
import TaskSync

/// A request or its answer on the way.
struct Message: Sendable {
  var till: Int
  /// The run of the program that asked; an answer to one that was killed reaches nobody.
  var process: Int
  var session: Int
  var id: AskID
  var author: Author
  var request: ServerRequest
  /// The answer on its way back; nil while the request is on its way there.
  var reply: ServerReply?
  /// Whether a second arrival of the same thing.
  var isRepeated = false
}
