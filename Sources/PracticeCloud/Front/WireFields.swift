import HTTPTypes

/// Header names that the standard list does not have; each is a valid token, so none is ever nil.
extension HTTPField.Name {
  static let requestTrace = named("x-ms-request-id")
  static let signInServer = named("x-ms-ests-server")
  static let clientTelemetry = named("x-ms-clitelem")
  static let pragma = named("Pragma")
  static let requestID = named("request-id")
  static let clientRequestID = named("client-request-id")
  static let serverDiagnostic = named("x-ms-ags-diagnostic")
  static let odataVersion = named("OData-Version")

  private static func named(_ text: String) -> HTTPField.Name { HTTPField.Name(text) ?? .from }
}
