public import SessionCore

/// The session itself answers for the requests made in its name.
extension SessionEngine: AuthorizationSource {}
