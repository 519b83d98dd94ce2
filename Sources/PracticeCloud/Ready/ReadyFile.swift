public import CloudWire

/// Where a served practice cloud is, whom it knows, and which certificate to trust: written by the server when it is
/// ready, read by everything that wants to talk to it.
public struct ReadyFile: Hashable, Sendable {
  /// What does not depend on where it is served.
  public var facts: ReadyFacts
  /// `https://localhost:PORT`; the tenant is the next path segment.
  public var authority: String
  /// `https://localhost:PORT/v1.0`.
  public var graph: String
  /// `https://localhost:PORT/practice/v1`; answers on this machine only.
  public var control: String
  /// Path of the certificate authority's PEM file.
  public var ca: String

  /// The file of a cloud served at `base` (`https://host[:port]`) and, for control, at `loopback`.
  public init(_ facts: ReadyFacts, base: String, loopback: String, ca: String) {
    self.facts = facts
    authority = base
    graph = base + "/v1.0"
    control = loopback + "/practice/v1"
    self.ca = ca
  }

  /// Reads a file's content; members it does not know are left alone.
  public init(reading bytes: [UInt8]) throws(ReadyFileFault) {
    let json: JSON
    do { json = try JSON.parse(bytes) } catch { throw .malformed(field: "byte \(error.offset)") }
    authority = try json.readyText("authority")
    graph = try json.readyText("graph")
    control = try json.readyText("control")
    ca = try json.readyText("ca")
    var users: [ReadyFacts.User] = []
    for user in json["users"]?.array ?? [] { users.append(try ReadyFacts.User(reading: user)) }
    facts = ReadyFacts(
      tenantID: try json.readyText("tenantId"), tenantDomain: try json.readyText("tenantDomain"),
      clientID: try json.readyText("clientId"), users: users)
  }

  /// The file's content.
  public var json: JSON {
    [
      "tenantId": .string(facts.tenantID), "tenantDomain": .string(facts.tenantDomain),
      "clientId": .string(facts.clientID), "authority": .string(authority), "graph": .string(graph),
      "control": .string(control), "ca": .string(ca),
      "users": .array(facts.users.map(\.json)),
    ]
  }
}

/// Why a ready file cannot be used.
public enum ReadyFileFault: Error, Hashable, Sendable {
  /// There is no such file: no practice cloud is being served, or elsewhere.
  case missing(path: String)
  /// The file cannot be read; the system's error number.
  case unreadable(path: String, code: Int32)
  /// The file cannot be written; the system's error number.
  case unwritable(path: String, code: Int32)
  /// A field is missing or wrong, or the byte at which it stops being JSON.
  case malformed(field: String)
}

extension ReadyFacts.User {
  /// An account as a ready file lists it.
  public init(reading json: JSON) throws(ReadyFileFault) {
    self.init(
      username: try json.readyText("username"), password: try json.readyText("password"),
      displayName: try json.readyText("displayName"), role: try json.readyText("role"), store: json["store"]?.string)
  }

  /// As a ready file lists it.
  var json: JSON {
    [
      "username": .string(username), "password": .string(password), "displayName": .string(displayName),
      "role": .string(role), "store": store.map(JSON.string) ?? .null,
    ]
  }
}

extension JSON {
  fileprivate func readyText(_ name: String) throws(ReadyFileFault) -> String {
    guard let text = self[name]?.string, !text.isEmpty else { throw .malformed(field: name) }
    return text
  }
}
