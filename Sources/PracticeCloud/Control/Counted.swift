/// A number with its word, as tables for trainers say it: `1 task`, `15,000 rows`.
public func counted(_ number: Int, _ noun: String) -> String { grouped(number) + " " + noun + (number == 1 ? "" : "s") }

/// A number that is easy to read: `15,000`.
public func grouped(_ number: Int) -> String {
  var digits = ""
  for (place, digit) in String(number).reversed().enumerated() {
    if place > 0, place % 3 == 0, number > 9999 { digits.append(",") }
    digits.append(digit)
  }
  return String(digits.reversed())
}
