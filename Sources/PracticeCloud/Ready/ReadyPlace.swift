/// Where ready files live.
public enum ReadyPlace {
  /// `$XDG_RUNTIME_DIR/tillside/cloud.json`, else the same name in the state folder; nil without a home.
  public static func standard(environment: [String: String]) -> String? {
    func folder(_ name: String) -> String? {
      guard let value = environment[name], value.hasPrefix("/") else { return nil }
      return value
    }
    let state = folder("XDG_STATE_HOME") ?? folder("HOME").map { $0 + "/.local/state" }
    return (folder("XDG_RUNTIME_DIR") ?? state).map { $0 + "/tillside/cloud.json" }
  }

  /// Path of the authority's PEM file that belongs to a ready file: beside it, `cloud-ca.pem` for `cloud.json`.
  public static func authority(beside ready: String) -> String {
    (ready.hasSuffix(".json") ? String(ready.dropLast(5)) : ready) + "-ca.pem"
  }
}
