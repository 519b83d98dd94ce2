/// A JSON value (RFC 8259) that keeps what it does not know: members in their order, whole numbers exact.
public enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number written without fraction or exponent that fits.
  case int(Int)
  /// Any other number.
  case double(Double)
  case string(String)
  case array([JSON])
  case object(Object)

  /// An object's members in the order they were written; the last of equal names wins when read by name.
  public struct Object: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// One member.
    public struct Member: Hashable, Sendable {
      /// Its name.
      public var name: String
      /// Its value.
      public var value: JSON
    }

    /// The members in order.
    public var members: [Member]

    /// An object of members in order.
    public init(_ members: [Member] = []) { self.members = members }

    public init(dictionaryLiteral elements: (String, JSON)...) {
      members = elements.map { Member(name: $0.0, value: $0.1) }
    }

    /// A member by name; setting replaces it in place or appends it, nil removes it.
    public subscript(name: String) -> JSON? {
      get { members.last { $0.name == name }?.value }
      set {
        if let newValue {
          if let index = members.lastIndex(where: { $0.name == name }) {
            members[index].value = newValue
          } else {
            members.append(Member(name: name, value: newValue))
          }
        } else {
          members.removeAll { $0.name == name }
        }
      }
    }
  }
}

extension JSON {
  /// A member of an object; nil for anything else, and for `null`.
  public subscript(name: String) -> JSON? {
    guard case .object(let object) = self, let value = object[name], value != .null else { return nil }
    return value
  }

  /// The text of a string.
  public var string: String? { if case .string(let text) = self { text } else { nil } }
  /// A whole number.
  public var int: Int? {
    switch self {
    case .int(let number): number
    case .double(let number): Int(exactly: number)
    default: nil
    }
  }
  /// A truth value.
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  /// The elements of an array.
  public var array: [JSON]? { if case .array(let elements) = self { elements } else { nil } }
  /// An object's members.
  public var object: Object? { if case .object(let object) = self { object } else { nil } }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int) { self = .int(value) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Object(elements.map { Object.Member(name: $0.0, value: $0.1) }))
  }
  public init(nilLiteral: ()) { self = .null }
}
