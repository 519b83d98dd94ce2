import Terminal
import Workspace

/// How long keys take from the key to the finished frame and what of it has to be drawn.
struct KeyTimes {
  private(set) var times: [(key: String, milliseconds: Double)] = []
  private let clock = ContinuousClock()

  /// Presses a key and draws, as the loop does.
  mutating func press(_ key: Key, named name: String, _ state: inout AppState, _ shown: inout Frame) {
    let start = clock.now
    _ = update(&state, .terminal(.key(key)))
    let frame = draw(state)
    let diff = FrameDiff(from: shown, to: frame)
    let duration = start.duration(to: clock.now)
    if !diff.isEmpty { shown = frame }
    let milliseconds = Double(duration.components.attoseconds) / 1e15 + Double(duration.components.seconds) * 1000
    times.append((name, milliseconds))
  }

  var median: Double { part(0.5) }
  var p99: Double { part(0.99) }
  var worst: (key: String, milliseconds: Double) { times.max { $0.milliseconds < $1.milliseconds } ?? ("", 0) }

  private func part(_ share: Double) -> Double {
    guard !times.isEmpty else { return 0 }
    let sorted = times.map(\.milliseconds).sorted()
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }
}
