import StoreModel

extension SessionEngine {
  /// Arms the timer for the machine's next deadline; a later one is left to the tick of the earlier.
  func armTimer() {
    guard let moment = machine.nextDeadline else {
      timer?.task.cancel()
      timer = nil
      return
    }
    if let timer, timer.moment <= moment { return }
    timer?.task.cancel()
    let task = clock.start { [weak self, clock] in
      do { try await clock.sleep(until: moment) } catch { return }
      await self?.timerEnded(moment)
    }
    timer = (moment, task)
  }

  private func timerEnded(_ moment: Instant) async {
    if timer?.moment == moment { timer = nil }
    await take(.tick)
  }
}
