import Foundation
import PostilModel
import Testing

@testable import DateNormalization

@Suite struct CalendarTests {
  /// Walks the days from 1600-01-01, a Saturday, to the end of 2400, counting by itself.
  private func walk(_ visit: (_ year: Int, _ month: Int, _ day: Int, _ count: Int) -> Void) {
    var count = 0
    for year in 1600...2400 {
      let isLeap = year % 400 == 0 || year % 4 == 0 && year % 100 != 0
      for (index, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for day in 1...length {
          visit(year, index + 1, day, count)
          count += 1
        }
      }
    }
  }

  @Test func `days and weekdays agree with a count day by day from 1600 to 2400`() {
    let start = CivilDay(year: 1600, month: 1, day: 1)?.number ?? 0
    var wrong = 0
    walk { year, month, day, count in
      let fromNumber = CivilDay(number: start + count)
      let made = CivilDay(year: year, month: month, day: day)
      if made != fromNumber || made?.number != start + count || made?.weekday != (count + 5) % 7 + 1 { wrong += 1 }
    }
    #expect(wrong == 0)
  }

  @Test func `weeks agree with Foundation's ISO calendar`() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    let first = try #require(CivilDay(year: 1600, month: 1, day: 1)).number
    let last = try #require(CivilDay(year: 2400, month: 12, day: 31)).number
    for number in stride(from: first, through: last, by: 23) {
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear], from: date)
      let week = CivilDay(number: number).week
      #expect(week.year == parts.yearForWeekOfYear && week.week == parts.weekOfYear, "\(CivilDay(number: number).iso)")
    }
  }

  @Test(arguments: [
    (2023, 2, 29), (2023, 13, 1), (1900, 2, 29), (2023, 4, 31), (2023, 0, 1), (2023, 1, 0), (2023, 1, 32),
  ])
  func `there is no such day`(year: Int, month: Int, day: Int) {
    #expect(CivilDay(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [(2000, "2000-04-23"), (2019, "2019-04-21"), (2024, "2024-03-31"), (2038, "2038-04-25")])
  func `Easter falls where the tables say`(year: Int, day: String) {
    #expect(CivilDay.easter(year)?.iso == day)
  }

  @Test func `years before the year 1 have their own form, and the calendar runs on through year 0`() {
    #expect(CivilDay(year: -43, month: 3, day: 15)?.yearText == "BC0044")
    #expect(CivilDay(year: 0, month: 12, day: 31).map { CivilDay(number: $0.number + 1).iso } == "0001-01-01")
    #expect(CivilDay(year: 0, month: 2, day: 29) != nil)
  }

  @Test func `periods hold their first and last day, and shift by whole units`() {
    for number in stride(from: -800_000, to: 300_000, by: 997) {
      let day = CivilDay(number: number)
      for unit in TimeUnit.allCases where ![.weekend, .fortnight].contains(unit) {
        let period = Period(unit, containing: day)
        #expect(period.distance(to: day) == 0, "\(unit) of \(day.iso)")
        #expect(period.shifted(by: 3).shifted(by: -3) == period, "\(unit) of \(day.iso)")
        #expect(Period(unit, containing: period.last) == period, "\(unit) of \(day.iso)")
      }
    }
  }

  @Test(arguments: [
    (SummerTime.american, "2024-03-09", false), (.american, "2024-03-10", true), (.american, "2024-11-02", true),
    (.american, "2024-11-03", false), (.american, "2000-04-01", false), (.american, "2000-04-02", true),
    (.american, "1980-04-27", true), (.american, "1950-07-01", false), (.european, "2024-03-30", false),
    (.european, "2024-03-31", true), (.european, "2024-10-27", false), (.european, "1990-09-30", false),
  ])
  func `summer time begins and ends on the Sundays of the law`(law: SummerTime, day: String, holds: Bool) throws {
    #expect(law.holds(on: try #require(CivilDay(iso: day))) == holds)
  }
}
