import CloudWire
import StoreModel

extension World {
  /// `POST …/devicecode` (RFC 8628 §3.1): a code to poll with and one to type.
  mutating func newDeviceCode(_ call: EntraCall) throws(EntraRefusal) -> JSON {
    try checkApp(call)
    let scopes = try RequestedScopes(call.required("scope"))
    let text = TokenText.opaque()
    let code = DeviceCode(
      digest: TokenText.digest(text), userCode: identity.newUserCode(), clientID: clientID, scopes: scopes.asked,
      isClaimsCapable: call.isClaimsCapable, nonce: call.form["nonce"],
      expires: call.now.instant.advanced(by: DeviceCode.lifetime))
    identity.codes.removeAll { $0.expires.advanced(by: DeviceCode.lifetime) < call.now.instant }
    let kept = Set(identity.codes.map(\.userCode))
    identity.visits = identity.visits.filter { kept.contains($0.value.userCode) }
    identity.codes.append(code)
    let page = "\(call.base)/devicelogin"
    return [
      "user_code": .string(code.userCode),
      "device_code": .string(text),
      "verification_uri": .string(page),
      "expires_in": .int(Int(DeviceCode.lifetime.components.seconds)),
      "interval": .int(Int(code.interval.components.seconds)),
      "message": .string(
        "To sign in, use a web browser to open the page \(page) and enter the code \(code.userCode) to authenticate."),
    ]
  }

  /// The app has to be registered here, and a public one sends no secret.
  func checkApp(_ call: EntraCall) throws(EntraRefusal) {
    try checkApp(call.required("client_id"))
    guard identity.app.allowsPublicClient else { throw .publicClientOff }
    guard call.form["client_secret"] == nil, call.form["client_assertion"] == nil else { throw .secretSent }
  }

  /// The app has to be registered here and switched on.
  func checkApp(_ id: String) throws(EntraRefusal) {
    guard identity.app.isRegistered, id.lowercased() == clientID.lowercased() else {
      throw .unknownApp(id, tenant: tenantID)
    }
    guard identity.app.isEnabled else { throw .appDisabled(id) }
  }
}
