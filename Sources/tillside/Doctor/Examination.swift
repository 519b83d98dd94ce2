import CloudNetwork
import StoreModel
import Strings

/// What `doctor` does: looks at one thing after the other and changes nothing.
struct Examination: Sendable {
  let options: StartPlace
  let environment: [String: String]
  let words: Words

  /// All findings, one for each subject, in their order. Each exchange with the cloud has ten seconds.
  func findings() async -> [Finding] {
    let read = settings()
    var found = [program()] + read.findings + [state(read.settings, read.cloud), space(read.cloud), terminal()]
    found += [scanner(read.settings)] + protections()
    if let settings = read.settings { found += [kiosk(settings), bell(settings)] }
    if let settings = read.settings, let cloud = read.cloud { found += await remote(settings, cloud) }
    return Finding.Subject.allCases.map { subject in
      found.first { $0.subject == subject }
        ?? Finding(subject: subject, verdict: .warn, fact: words(.doctorNotAsked))
    }
  }

  /// What has to be asked over the network, where there is one.
  private func remote(_ settings: Settings, _ cloud: Start.Cloud) async -> [Finding] {
    let profile: Result<StoreProfile?, ProfileFile.Fault>
    do throws(ProfileFile.Fault) {
      profile = .success(cloud.takesProfileFile ? try ProfileFile.read(settings.terminal) : nil)
    } catch {
      profile = .failure(error)
    }
    do throws(NetworkSettingsFault) {
      let door = try await cloud.door(
        store: settings.terminal.store, register: settings.terminal.register, profile: try? profile.get(),
        clock: WallClock(), limit: .seconds(10))
      guard let door else { return [] }
      var found = await CloudExamination(cloud: cloud, door: door, settings: settings, words: words).findings()
      if case .failure(let fault) = profile { found = [wrong(fault)] + found }
      return found
    } catch {
      return [Finding(subject: .network, verdict: .fail, fact: error.line(words))]
    }
  }

  /// A profile that cannot be used, told with its first fault.
  private func wrong(_ fault: ProfileFile.Fault) -> Finding {
    let lines = fault.lines(words)
    return Finding(
      subject: .profile, verdict: .fail, fact: lines.first ?? "",
      advice: lines.count > 1 ? words(.doctorProfileFaults, ["n": String(lines.count)]) : "")
  }
}
