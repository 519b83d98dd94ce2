import CloudWire

/// The `claims` parameter: capabilities we declare, merged with a claims challenge to pass on
/// (Microsoft: claims challenges, continuous access evaluation).
struct ClaimsRequest {
  var capabilities: [String]
  /// The challenge's JSON text as it came; one that cannot be read is left out.
  var challenge: String?

  /// The parameter's text; nil when there is nothing to say.
  var text: String? {
    var claims = challenge.flatMap { try? JSON.parse(Array($0.utf8)) }?.object ?? [:]
    if !capabilities.isEmpty {
      var access = claims["access_token"]?.object ?? [:]
      access["xms_cc"] = ["values": .array(capabilities.map { .string($0) })]
      claims["access_token"] = .object(access)
    }
    guard !claims.members.isEmpty else { return nil }
    return String(decoding: JSON.object(claims).bytes, as: UTF8.self)
  }
}
