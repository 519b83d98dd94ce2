import StoreModel

/// A moment of a scenario, told from the start of the world: `-1h30m`, `+45m`, `+2d`, or `+4d 17:00` on the wall clock.
///
/// A distance is rounded down to the quarter of an hour it falls into, so that people read `08:30` and not `08:38`;
/// an instant before the start therefore stays before it, and one less than 15 minutes ahead may not stay ahead.
struct ScenarioMoment: Hashable, Sendable {
  /// Minutes from the start.
  var minutes: Int
  /// Minutes after midnight in the scenario's offset; replaces the time of day that the distance leads to.
  var wallMinutes: Int?

  init?(_ text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard let distance = parts.first, parts.count <= 2, let minutes = Self.distance(distance) else { return nil }
    self.minutes = minutes
    if parts.count == 2 {
      guard let wall = Self.wall(parts[1]) else { return nil }
      wallMinutes = wall
    }
  }

  private static func distance(_ text: Substring) -> Int? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    var total = 0
    var digits = ""
    var hasUnit = false
    for character in text.dropFirst() {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      guard let unit = ["d": 1440, "h": 60, "m": 1][character], let count = Int(digits), count < 100_000 else {
        return nil
      }
      total += count * unit
      digits = ""
      hasUnit = true
    }
    guard hasUnit, digits.isEmpty else { return nil }
    return sign == "-" ? -total : total
  }

  private static func wall(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }

  /// The moment in a world that started then.
  func resolved(from start: Timestamp, offsetMinutes: Int) -> Timestamp {
    let reached = start.seconds + Int64(minutes) * 60
    guard let wallMinutes else { return Timestamp(seconds: Self.floor(reached, to: 900)) }
    let offset = Int64(offsetMinutes) * 60
    let midnight = Self.floor(reached + offset, to: 86_400) - offset
    return Timestamp(seconds: midnight + Int64(wallMinutes) * 60)
  }

  private static func floor(_ value: Int64, to step: Int64) -> Int64 {
    let rest = value % step
    return value - (rest < 0 ? rest + step : rest)
  }
}
