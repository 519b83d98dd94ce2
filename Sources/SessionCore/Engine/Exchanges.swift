import StoreModel

extension SessionEngine {
  /// Ends the exchange under way: its answer would be too late.
  func abandonExchange() {
    exchange?.cancel()
    exchange = nil
    device = nil
    closeVisit()
  }

  func requestCode(hint: String?, generation: Int) {
    guard generation == machine.generation else { return }
    let challenge = machine.challenge
    exchange = clock.start { [identity] in
      do throws(SignInRefusal) {
        let grant = try await identity.beginDeviceCode(hint: hint, claims: challenge)
        await self.codeIssued(grant, generation: generation)
      } catch {
        await self.take(.codeRefused(error, generation: generation))
      }
    }
  }

  private func codeIssued(_ grant: DeviceCodeGrant, generation: Int) async {
    guard generation == machine.generation else { return }
    device = grant.device
    let code = IssuedCode(
      userCode: grant.userCode, address: grant.address, tenant: grant.tenant, lifetime: grant.lifetime,
      interval: grant.interval)
    await take(.codeIssued(code, generation: generation))
  }

  func poll(generation: Int) {
    guard generation == machine.generation, let device else { return }
    exchange = clock.start { [identity] in
      await self.polled(await identity.poll(device), generation: generation)
    }
  }

  private func polled(_ poll: consuming DevicePoll, generation: Int) async {
    let answer: PollAnswer
    switch consume poll {
    case .pending: answer = .pending
    case .slowDown: answer = .slowDown
    case .refused(let refusal): answer = .refused(refusal)
    case .unreachable(let refusal): answer = .unreachable(refusal)
    case .tokens(let grant, let person):
      guard let life = await store(grant, generation: generation) else { return }
      answer = .tokens(life, person)
    }
    await take(.polled(answer, generation: generation))
  }

  func renew(claims: String?, generation: Int) {
    guard generation == machine.generation else { return }
    exchange = clock.start { [identity, vault] in
      guard let token = await vault.refreshToken(generation: generation) else {
        await self.take(.renewed(.refused(SignInRefusal(.sessionExpired)), generation: generation))
        return
      }
      await self.renewed(await identity.refresh(using: token, claims: claims), generation: generation)
    }
  }

  private func renewed(_ outcome: consuming RefreshOutcome, generation: Int) async {
    let answer: RenewalAnswer
    switch consume outcome {
    case .refused(let refusal): answer = .refused(refusal)
    case .unreachable(let refusal): answer = .unreachable(refusal)
    case .renewed(let grant, let person):
      guard let life = await store(grant, generation: generation) else { return }
      answer = .tokens(life, person)
    }
    await take(.renewed(answer, generation: generation))
  }

  /// Puts tokens into the vault; nil when they came too late and are wiped.
  func store(_ grant: consuming TokenGrant, generation: Int) async -> TokenLife? {
    let expiry = grant.expiry
    guard await vault.store(grant, generation: generation) else { return nil }
    return TokenLife(expiry: expiry, isRenewable: await vault.isRenewable)
  }
}
