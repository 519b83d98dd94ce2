/// What manual, sample settings and `tillside settings` say of a key.
extension SettingKey {
  /// What it is for, in a sentence for administrators; empty only where somebody forgot, which a test forbids.
  var note: String {
    switch path {
    case "cloud.tenant": "Directory (tenant) id, or a verified domain. Without cloud there is only the practice store."
    case "cloud.clientId": "Application (client) id of the app registration."
    case "cloud.authority": "Where Entra ID answers."
    case "cloud.graph": "Where Microsoft Graph answers."
    case "cloud.ca": "Certificates to trust beside the system's, PEM."
    case "cloud.proxy": "http://[user:password@]host:port."
    case "terminal.store": "Number of the store, leading zeros kept."
    case "terminal.register": "Register this terminal stands at; one terminal runs for each."
    case "terminal.profile": "Store profile: who works here in which role; tillside profile build makes it."
    case "terminal.timeZone": "The store's time zone. Default: TZ, else /etc/localtime."
    case "terminal.scanner.prefix":
      "What a hand scanner sends before a code: a key by name, as Ctrl+B for STX, or characters. Empty: no scanner."
    case "terminal.scanner.suffix": "What it sends after a code. Default with a prefix: Enter."
    case "session.idleMinutes": "Minutes without use until the terminal locks."
    case "session.warnSeconds": "Seconds before that in which it warns."
    case "session.absoluteHours": "Hours after which a session ends at the latest."
    case "session.signIn": "Ways to sign in, in the order they are offered; either may be left out."
    case "session.pin": "Whether workers may or have to set a session PIN."
    case "sync.pollSeconds": "Seconds between two looks for news; with 0 none comes by itself."
    case "appearance.theme": "Colours."
    case "appearance.language": "Language of the screens."
    case "appearance.ascii": "Draw with ASCII only."
    case "notifications.bell":
      "Whether the terminal's bell rings once for what is newly assigned, overdue or needs a decision; at most once a sync."
    case "notifications.bellInPlain": "The same line by line, with --plain; notifications.bell is for screens alone."
    case "practice": "Whether the practice store may be opened. Default: allowed, forbidden once cloud is set."
    case "kiosk": "Whether this is a terminal for everybody, without a way out."
    default: ""
    }
  }

  /// Its default as it is written in the file; nil where there is none.
  var defaultText: String? {
    let settings = Settings()
    let cloud = Settings.Cloud()
    switch path {
    case "cloud.authority": return cloud.authority
    case "cloud.graph": return cloud.graph
    case "terminal.store": return "\"\(settings.terminal.store)\""
    case "terminal.register": return "\"\(settings.terminal.register)\""
    case "terminal.scanner.prefix", "terminal.scanner.suffix": return "\"\""
    case "session.idleMinutes": return String(settings.session.idleMinutes)
    case "session.warnSeconds": return String(settings.session.warnSeconds)
    case "session.absoluteHours": return String(settings.session.absoluteHours)
    case "session.signIn": return "[" + settings.session.signIn.joined(separator: ", ") + "]"
    case "session.pin": return settings.session.pin
    case "sync.pollSeconds": return String(settings.pollSeconds)
    case "appearance.theme": return settings.appearance.theme
    case "appearance.language": return settings.appearance.language
    case "appearance.ascii": return String(settings.appearance.isASCII)
    case "notifications.bell": return String(settings.notifications.ringsBell)
    case "notifications.bellInPlain": return String(settings.notifications.ringsInLines)
    case "kiosk": return String(settings.isKiosk)
    default: return nil
    }
  }
}
