import CloudWire
public import SessionCore
import StoreModel

extension EntraClient {
  /// Asks for a device code (RFC 8628 §3.1). The flow has no place for the hint: the worker types their account on the phone.
  public func beginDeviceCode(
    hint: String?, claims challenge: String? = nil
  ) async throws(SignInRefusal) -> DeviceCodeGrant {
    let endpoints = try await discover()
    var form = FormBody()
    form.add("client_id", settings.clientID)
    form.add("scope", settings.scopes.joined(separator: " "))
    let request = ClaimsRequest(capabilities: settings.capabilities, challenge: challenge)
    if let claims = request.text { form.add("claims", claims) }
    let exchange = await post(endpoints.deviceAuthorization, form)
    let json = try exchange.json(invalidGrant: .appMisconfigured)
    guard let device = json["device_code"]?.string.flatMap({ Secret(copying: Array($0.utf8)[...]) }),
      let userCode = json["user_code"]?.string, !userCode.isEmpty,
      let address = json["verification_uri"]?.string ?? json["verification_url"]?.string,
      address.hasPrefix("https://"), let lifetime = json.seconds("expires_in"), lifetime > 0
    else { throw SignInRefusal(.answerUnreadable, reference: exchange.reference, host: settings.host) }
    return DeviceCodeGrant(
      device: DeviceCode(device), userCode: userCode, address: address, tenant: settings.tenant,
      lifetime: .seconds(min(lifetime, 3600)),
      interval: .seconds(min(max(json.seconds("interval") ?? 5, 1), 3600)))
  }

  /// Polls once (RFC 8628 §3.4); trouble on the way leaves the code good.
  public func poll(_ code: DeviceCode) async -> DevicePoll {
    do throws(SignInRefusal) {
      let endpoints = try await discover()
      var form = FormBody()
      form.add("grant_type", "urn:ietf:params:oauth:grant-type:device_code")
      form.add("client_id", settings.clientID)
      code.withBytes { form.add("device_code", secret: $0) }
      if let claims = ClaimsRequest(capabilities: settings.capabilities).text { form.add("claims", claims) }
      let exchange = await post(endpoints.token, form)
      if case .fault(let fault) = exchange.answer {
        if fault.error == "authorization_pending" { return .pending }
        if fault.error == "slow_down" { return .slowDown }
      }
      return await tokens(try exchange.json(invalidGrant: .codeUnknown), exchange, endpoints)
    } catch {
      return error.isPassing ? .unreachable(error) : .refused(error)
    }
  }

  /// The tokens a poll brought. The code is spent by now, so whatever is wrong with them ends the sign-in.
  private func tokens(_ json: JSON, _ exchange: Exchange, _ endpoints: EntraEndpoints) async -> DevicePoll {
    do throws(SignInRefusal) {
      let grant = try grant(json, exchange)
      guard let person = try await person(json, exchange, endpoints) else {
        return .refused(SignInRefusal(.identityNotProven, reference: exchange.reference, host: settings.host))
      }
      return .tokens(grant, person)
    } catch {
      return .refused(error)
    }
  }
}

extension JSON {
  /// A member that counts seconds; some of the provider's endpoints write them as text. A part of a second counts whole, so
  /// that nobody is asked early for it.
  func seconds(_ name: String) -> Int? {
    let number: Double? =
      switch self[name] {
      case .int(let number): Double(number)
      case .double(let number): number
      case .string(let text): Double(text)
      default: nil
      }
    guard let number, abs(number) < 1_000_000_000 else { return nil }
    return Int(number.rounded(.up))
  }
}
