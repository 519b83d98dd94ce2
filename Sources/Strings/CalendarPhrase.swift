/// How a language writes dates, times and numbers, and what people type for them.
public enum CalendarPhrase: String, Hashable, Sendable, CaseIterable {
  // Patterns: {HH} and {h} hours of 24 and of 12, {mm} minutes, {ap} before or after noon, {d} day, {m} month as a number,
  // {yy} the year's last two digits.
  case clock = "format.clock"
  case beforeNoon = "format.before-noon"
  case afterNoon = "format.after-noon"
  case weekdayAndDay = "format.weekday-day"
  case dayAndMonth = "format.day-month"
  case dayMonthAndYear = "format.day-month-year"
  case dayInShort = "format.day-in-short"
  case longDate = "format.long-date"
  case dayInFull = "format.day-in-full"
  case yesterday = "day.yesterday"
  case typedDay = "format.typed-day"
  case typedDate = "format.typed-date"
  /// `dmy` or `mdy`: what the numbers of a date mean where nothing else says.
  case order = "format.date-order"
  /// Between groups of three digits.
  case thousands = "format.thousands"

  // What people type: words apart by blanks; for the days one after the other is a text of its own.
  case today = "typed.today"
  case typedYesterday = "typed.yesterday"
  case tomorrow = "typed.tomorrow"
  case dayAfterTomorrow = "typed.day-after-tomorrow"
  /// Words that mean nothing by themselves: "at", "on", "of".
  case fillers = "typed.fillers"
  /// Words for no date at all.
  case noDate = "typed.no-date"
  /// Words after a time: "h", "uhr".
  case hourSigns = "typed.hour-signs"
  case minutes = "typed.minutes"
  case hours = "typed.hours"
  case days = "typed.days"
  case weeks = "typed.weeks"
  /// Words before a span that begins now: "in" two days.
  case fromNow = "typed.from-now"

  // Whole names; what is typed may break off after the short one.
  case monday = "weekday.monday.name"
  case tuesday = "weekday.tuesday.name"
  case wednesday = "weekday.wednesday.name"
  case thursday = "weekday.thursday.name"
  case friday = "weekday.friday.name"
  case saturday = "weekday.saturday.name"
  case sunday = "weekday.sunday.name"
  case january = "month.january.name"
  case february = "month.february.name"
  case march = "month.march.name"
  case april = "month.april.name"
  case may = "month.may.name"
  case june = "month.june.name"
  case july = "month.july.name"
  case august = "month.august.name"
  case september = "month.september.name"
  case october = "month.october.name"
  case november = "month.november.name"
  case december = "month.december.name"
}
