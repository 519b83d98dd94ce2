import StoreModel
import Strings

extension StoreCalendar {
  /// The time of day on the store's clock, as the language writes it: `09:41`, `9:41 AM`.
  func clock(_ moment: Timestamp, _ look: Look) -> String {
    let local = local(moment)
    return look.words(CalendarPhrase.clock) { part in
      switch part {
      case "HH": twoDigits(local.hour)
      case "h": String((local.hour + 11) % 12 + 1)
      case "mm": twoDigits(local.minute)
      case "ap": look.words(local.hour < 12 ? CalendarPhrase.beforeNoon : .afterNoon)
      default: nil
      }
    }
  }

  /// When something is or was, seen from now: `08:30` today, `Fri 27` within a week, else `27 Nov`, `27.11.27`.
  func day(_ moment: Timestamp, from now: Timestamp, _ look: Look) -> String {
    day(moment, from: now, otherYear: .dayInShort, look)
  }

  private func day(_ moment: Timestamp, from now: Timestamp, otherYear: CalendarPhrase, _ look: Look) -> String {
    let date = local(moment).date
    let today = local(now).date
    switch today.days(to: date) {
    case 0: return clock(moment, look)
    case -6...6: return written(date, .weekdayAndDay, look)
    default:
      let pattern: CalendarPhrase = date.year == today.year ? .dayAndMonth : otherYear
      return written(date, pattern, look)
    }
  }

  /// A day as a heading: today, yesterday, else its name and date.
  func dayName(_ date: CalendarDate, from now: Timestamp, _ look: Look) -> String {
    switch date.days(to: day(now)) {
    case 0: return look.words(.groupToday)
    case 1: return look.words(CalendarPhrase.yesterday)
    default: return written(date, .dayInFull, look)
    }
  }

  /// A moment in full, so that nobody mistakes the day: `Thu 24 Dec 2026, 17:00`.
  func longDate(_ moment: Timestamp, _ look: Look) -> String {
    written(local(moment).date, .longDate, time: moment, look)
  }

  /// A moment as it can be typed again, with its year where `hasYear`: `24.12. 17:00`.
  func typed(_ moment: Timestamp, hasYear: Bool, _ look: Look) -> String {
    let pattern: CalendarPhrase = hasYear ? .typedDate : .typedDay
    return written(local(moment).date, pattern, look) + " " + clock(moment, look)
  }

  /// The same in a sentence: `today 08:30`, `Fri 27 08:30`, `27 Nov 2027 08:30`.
  func dayAndTime(_ moment: Timestamp, from now: Timestamp, _ look: Look) -> String {
    let time = clock(moment, look)
    if local(moment).date == local(now).date { return look.words(.timeToday, ["time": time]) }
    return day(moment, from: now, otherYear: .dayMonthAndYear, look) + " " + time
  }

  private func written(
    _ date: CalendarDate, _ pattern: CalendarPhrase, time: Timestamp? = nil, _ look: Look
  ) -> String {
    look.words(pattern) { part in
      switch part {
      case "weekday": look.words(TimeNames.weekdays[date.weekday.rawValue - 1].short)
      case "d": String(date.day)
      case "month": look.words(TimeNames.months[date.month - 1].short)
      case "m": String(date.month)
      case "year": String(date.year)
      case "yy": twoDigits(date.year % 100)
      case "time": time.map { clock($0, look) }
      default: nil
      }
    }
  }
}

extension Look {
  /// Columns the longest time of day takes.
  var clockColumns: Int { words(CalendarPhrase.clock).contains("{ap}") ? 8 : 5 }
}

/// How old something is, in steps that change rarely: 10 s below a minute, then minutes, then hours.
struct Age: Hashable, Sendable {
  /// Whole seconds, never negative.
  let seconds: Int64

  init(since: Now, _ now: Now) { seconds = max(0, since.instant.duration(to: now.instant).components.seconds) }

  private var step: Int64 { seconds < 60 ? 10 : seconds < 3600 ? 60 : 3600 }

  /// The age at which the words are others.
  var next: Duration { .seconds((seconds / step + 1) * step) }

  func words(_ words: Words) -> String {
    switch seconds {
    case ..<10: words(.ageNow)
    case ..<60: words(.ageSeconds, ["n": String(seconds / 10 * 10)])
    case ..<3600: words(.ageMinutes, ["n": String(seconds / 60)])
    default: words(.ageHours, ["n": String(seconds / 3600)])
    }
  }
}

extension Look {
  /// Until when something waits, by the clock; in seconds once that is less than a minute away.
  func wait(_ moment: Instant, _ byClock: Phrase, inSeconds: Phrase, _ state: AppState) -> String {
    let left = state.now.instant.duration(to: moment)
    guard left >= .seconds(60) || !countsSeconds else {
      return words(inSeconds, ["n": String(max(0, left.components.seconds))])
    }
    return words(byClock, ["time": state.calendar.clock(state.now.wall.advanced(by: left), self)])
  }
}

/// A span of time as people say it: `7 h 12 min`, `12 min`, `40 s`.
func spanWords(_ duration: Duration, _ words: Words) -> String {
  let seconds = max(0, duration.components.seconds)
  if seconds < 60 { return words(.spanSeconds, ["n": String(seconds)]) }
  let minutes = words(.spanMinutes, ["n": String(seconds / 60 % 60)])
  if seconds < 3600 { return minutes }
  return words(.spanHours, ["n": String(seconds / 3600)]) + " " + minutes
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
