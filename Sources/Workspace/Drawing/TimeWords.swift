import StoreModel
import Strings

extension StoreCalendar {
  /// The time of day on the store's clock, `09:41`.
  func clock(_ moment: Timestamp, _ look: Look) -> String {
    let local = local(moment)
    return twoDigits(local.hour) + ":" + twoDigits(local.minute)
  }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
