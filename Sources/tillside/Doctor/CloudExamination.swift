import CloudWire
import HTTPTypes
import MicrosoftCloud
import PracticeCloud
import SessionCore
import StoreModel
import Strings
import TillAssembly

/// The questions `doctor` asks the cloud; all of them without a token and without starting a sign-in.
struct CloudExamination: Sendable {
  let cloud: Start.Cloud
  let door: CloudDoor
  let settings: Settings
  let words: Words

  /// Clock, network, identity provider, Graph and store profile.
  func findings() async -> [Finding] {
    let entra = EntraClient(
      settings: EntraSettings(
        authority: door.address.authority, tenant: door.address.tenant, clientID: door.address.clientID),
      transport: door.transport, clock: WallClock(), makeRequestID: GraphClient.randomRequestID)
    var found: [Finding]
    do throws(SignInRefusal) {
      let endpoints = try await entra.discover()
      let fact = words(
        .doctorIdentity, ["issuer": endpoints.issuer, "place": endpoints.deviceAuthorization])
      found = [network(nil), Finding(subject: .identity, verdict: .ok, fact: fact)]
    } catch {
      found = [network(error)]
      if !error.isOfTheWay {
        let advice = error.isOutage ? words(.doctorAdviceWait) : words(.doctorIdentityAdvice)
        found.append(Finding(subject: .identity, verdict: .fail, fact: fact(error), advice: advice))
      }
    }
    found.append(clock(await entra.serverSkew))
    found += [await graph(), await profile()]
    await door.transport.closeConnections()
    return found
  }

  private func clock(_ skew: Duration?) -> Finding {
    guard case .embedded = cloud else {
      guard let skew else { return Finding(subject: .clock, verdict: .warn, fact: words(.doctorClockUnknown)) }
      let seconds = skew.components.seconds
      let fact = words(.doctorClock, ["seconds": seconds > 0 ? "+\(seconds)" : String(seconds)])
      return abs(seconds) <= 60
        ? Finding(subject: .clock, verdict: .ok, fact: fact)
        : Finding(subject: .clock, verdict: .warn, fact: fact, advice: words(.doctorClockAdvice))
    }
    return Finding(subject: .clock, verdict: .ok, fact: words(.doctorClockEmbedded))
  }

  private func network(_ refusal: SignInRefusal?) -> Finding {
    if case .embedded = cloud { return Finding(subject: .network, verdict: .ok, fact: words(.doctorNetworkEmbedded)) }
    if let refusal, refusal.isOfTheWay {
      return Finding(subject: .network, verdict: .fail, fact: fact(refusal), advice: advice(refusal.kind))
    }
    let trust =
      switch cloud {
      case .embedded: ""
      case .served(let ready): words(.doctorTrustFile, ["place": ready.ca])
      case .tenant(let tenant): tenant.ca.map { words(.doctorTrustFile, ["place": $0]) } ?? words(.doctorTrustSystem)
      }
    let fact = words(.doctorNetwork, ["host": door.address.authority.hostName, "trust": trust])
    return Finding(subject: .network, verdict: .ok, fact: fact)
  }

  /// Asks for the signed-in person without a token: only Graph says no in Graph's words.
  private func graph() async -> Finding {
    let host = door.address.graph.hostName
    let base = door.address.graph.hasSuffix("/") ? String(door.address.graph.dropLast()) : door.address.graph
    do throws(TransportError) {
      let answer = try await door.transport.send(CloudRequest(.get, base + "/me"))
      let code = (try? JSON.parse(answer.body))?["error"]?["code"]?.string
      if answer.status == .unauthorized, code != nil {
        return Finding(subject: .graph, verdict: .ok, fact: words(.doctorGraph, ["host": host]))
      }
      let fact = words(.doctorGraphStrange, ["place": base, "status": String(answer.status.code)])
      let isOutage = answer.status.kind == .serverError || answer.status == .tooManyRequests
      return Finding(
        subject: .graph, verdict: .fail, fact: fact, advice: words(isOutage ? .doctorAdviceWait : .doctorGraphAdvice))
    } catch {
      let refusal = SignInRefusal(error.kind, host: error.host ?? host)
      return Finding(subject: .graph, verdict: .fail, fact: fact(refusal), advice: advice(refusal.kind))
    }
  }

  private func profile() async -> Finding {
    if let profile = await door.profile() {
      let parts = [
        "store": profile.storeTitle, "register": profile.register,
        "n": String(profile.members.count),
      ]
      return Finding(subject: .profile, verdict: .ok, fact: words(.doctorProfile, parts))
    }
    guard case .tenant = cloud else {
      let place = ["store": settings.terminal.store, "register": settings.terminal.register]
      return Finding(
        subject: .profile, verdict: .warn, fact: words(.doctorProfileNotGiven, place),
        advice: words(.doctorProfileNotGivenAdvice))
    }
    return Finding(
      subject: .profile, verdict: .warn, fact: words(.doctorProfileNone), advice: words(.doctorProfileNoneAdvice))
  }
}
