import ArgumentParser

/// The practice cloud as a program: serve it, and act on a served one from another shell.
@main struct TillsideCloud: AsyncParsableCommand {
  /// What `--version` and `User-Agent` say.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "tillside-cloud",
    abstract: "A practice tenant over HTTPS: Entra ID and Microsoft Graph as Tillside uses them.",
    discussion: "Start it with serve. The other verbs act on a served cloud, found by its ready file.",
    version: version,
    subcommands: [
      Serve.self, Approve.self, Decline.self, Expire.self, Revoke.self, Disable.self, Enable.self, Lock.self,
      Block.self,
      BlockDeviceFlow.self, RequireMFA.self, ExpirePassword.self, RequireConsent.self, Challenge.self, LeaveTeam.self,
      Foreign.self, Forge.self, Swap.self, Refuse.self, LimitVerb.self,
      AppVerb.self, FaultVerb.self, Reset.self, Log.self, Remote.self, HeadquartersVerb.self, Bare.self,
    ])
}
