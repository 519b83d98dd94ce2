import StoreModel
import Strings

/// What a link leads to: an address, or an operation of the POS by its number.
struct LinkReading {
  /// The address as written. Untrusted text.
  let address: String
  /// Number of a POS operation (Microsoft's list of POS operations), for addresses like `pos:703` or `…/operation/703`.
  let operation: Int?

  init(_ link: TaskDetails.Link) {
    address = link.address
    let lower = link.address.lowercased()
    let number = lower.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
    let before = lower.dropLast(number.count)
    let isOperation = before.hasPrefix("pos:") || before.hasSuffix("/operation/") || before.hasSuffix("operation=")
    operation = isOperation && number.count <= 5 ? Int(String(number)) : nil
  }
}

extension Look {
  /// An operation of the POS by its number, and by its name where it is one of Microsoft's list of POS operations.
  func operation(_ number: Int) -> String {
    let parts = ["number": String(number)]
    guard let name = words.operation(number) else { return words(.linkOperation, parts) }
    return words(.linkNamedOperation, parts.merging(["name": name]) { own, _ in own })
  }
}
