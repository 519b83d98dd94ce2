import StoreModel

extension SessionEngine {
  /// The address of the browser's last page, pasted by the worker; one that is not of this sign-in changes nothing.
  public func paste(_ address: String) async {
    guard let visit else { return }
    let generation = machine.generation
    guard await visit.take(pasted: address) else {
      if generation == machine.generation { report(.pasteRefused) }
      return
    }
    await take(.visitAnswered(generation: generation))
  }

  func requestVisit(hint: String?, generation: Int) {
    guard generation == machine.generation else { return }
    let challenge = machine.challenge
    exchange = clock.start { [identity] in
      do throws(SignInRefusal) {
        let grant = try await identity.beginBrowser(hint: hint, claims: challenge)
        await self.visitGranted(grant, generation: generation)
      } catch {
        await self.take(.codeRefused(error, generation: generation))
      }
    }
  }

  private func visitGranted(_ grant: BrowserGrant, generation: Int) async {
    guard generation == machine.generation else { return await grant.visit.close() }
    visit = grant.visit
    await grant.visit.open { [weak self, clock] in
      clock.start { [weak self] in await self?.take(.visitAnswered(generation: generation)) }
    }
    let opened = OpenedVisit(
      shortAddress: grant.shortAddress, address: grant.address, tenant: grant.tenant, lifetime: grant.lifetime)
    await take(.visitOpened(opened, generation: generation))
  }

  func redeem(generation: Int) {
    guard generation == machine.generation, let visit else { return }
    exchange = clock.start { await self.redeemed(await visit.redeem(), generation: generation) }
  }

  private func redeemed(_ outcome: consuming BrowserOutcome, generation: Int) async {
    let answer: PollAnswer
    switch consume outcome {
    case .refused(let refusal): answer = .refused(refusal)
    case .unreachable(let refusal): answer = .unreachable(refusal)
    case .tokens(let grant, let person):
      guard let life = await store(grant, generation: generation) else { return }
      closeVisit()
      answer = .tokens(life, person)
    }
    await take(.polled(answer, generation: generation))
  }

  /// Ends the visit under way: its door is closed, what it remembers is wiped.
  func closeVisit() {
    guard let closing = visit else { return }
    visit = nil
    clock.start { await closing.close() }
  }
}
