import Foundation
import PostilModel

/// Reads the day out of a date as pages and exports write it: ISO 8601, RFC 822, names of months, numbers in the order of the
/// language, seconds since 1970.
///
/// Names of months and the order of numbers are those of the Unicode CLDR, which the system brings.
struct WrittenDate {
  /// What a text without words about it may be a date of.
  private static let years = 1900...2100

  /// The languages whose names of months are known; Arabic has three sets.
  private static let languages = [
    "en", "de", "fr", "es", "it", "pt", "nl", "ca", "pl", "cs", "sk", "sl", "hr", "sr_Latn", "sr", "bg", "ru", "uk",
    "el", "hu", "ro", "tr",
    "sv", "da", "nb", "fi", "et", "lv", "lt", "id", "vi", "sw", "ar", "ar_IQ", "ar_MA", "he", "hi", "bn", "fa", "ur",
    "ku", "zh", "ja", "ko",
  ]
  /// The names of months of each language, small letters, without full stops.
  private static let names: [String: [String: Int]] = {
    var all: [String: [String: Int]] = [:]
    for code in languages {
      var calendar = Calendar(identifier: .gregorian)
      calendar.locale = Locale(identifier: code)
      let sets = [
        calendar.shortMonthSymbols, calendar.shortStandaloneMonthSymbols, calendar.standaloneMonthSymbols,
        calendar.monthSymbols,
      ]
      for (index, name) in sets.flatMap({ $0.enumerated() }) {
        let word = folded(name)
        if word.contains(where: \.isLetter), !word.contains(where: \.isNumber) {
          all[String(code.prefix(2)), default: [:]][word] = index + 1
        }
      }
    }
    return all
  }()
  /// Names that mean the same month in every language that has them.
  private static let anyNames: [String: Int] = {
    let pairs = names.values.flatMap { $0.map { ($0.key, Set([$0.value])) } }
    return Dictionary(pairs) { $0.union($1) }.compactMapValues { $0.count == 1 ? $0.first : nil }
  }()

  /// The names of months of the page's language.
  private let months: [String: Int]
  /// Whether the day stands before the month in numbers; nil when that is not known.
  private let isDayFirst: Bool?

  /// - Parameter language: Such as `de` or `en-GB`; nil where it is not known.
  init(language: String?) {
    let name = language?.replacing("_", with: "-").lowercased() ?? ""
    let code = String(name.prefix { $0 != "-" })
    months = Self.names[code] ?? [:]
    isDayFirst = code.isEmpty || name == "en" ? nil : Self.dayStandsFirst(in: name)
  }

  /// - Parameter language: In small letters; what is no tag of a language (BCP 47) says nothing, and the system's formatter does not
  ///   bear it.
  private static func dayStandsFirst(in language: String) -> Bool? {
    guard language.wholeMatch(of: /[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}/) != nil else { return nil }
    let locale = Locale(identifier: language.replacing("-", with: "_"))
    guard let form = DateFormatter.dateFormat(fromTemplate: "yMd", options: 0, locale: locale) else { return nil }
    guard let day = form.firstIndex(of: "d"), let month = form.firstIndex(of: "M") else { return nil }
    // Where the year stands first, dates that end in it follow no rule.
    return form.firstIndex(of: "y").map { $0 < day } == true ? nil : day < month
  }

  private static func folded(_ word: some StringProtocol) -> String { word.lowercased().filter { $0 != "." } }

  /// The day as `yyyy-mm-dd`; nil where none, or more than one, can be read.
  func day(of text: String) -> String? {
    let text = text.trimmed.prefix(200)
    if let day = stamp(text) { return day }
    let parts = Self.parts(of: text)
    return (named(parts) ?? numbered(parts)).flatMap(Self.day)
  }

  private static func day(year: Int, month: Int, day: Int) -> String? {
    guard years.contains(year) else { return nil }
    let value = "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
    return DocumentDate.isValid(value) ? value : nil
  }

  /// Digits alone: a day, or seconds or milliseconds since 1970.
  private func stamp(_ text: Substring) -> String? {
    guard let digits = text.split(whereSeparator: { "T +.Zz".contains($0) }).first,
      digits.allSatisfy({ $0.isASCII && $0.isNumber }),
      let number = Int(digits)
    else { return nil }
    switch digits.count {
    case 8, 14:
      let day = digits.prefix(8)
      return Int(day).flatMap { Self.day(year: $0 / 10_000, month: $0 / 100 % 100, day: $0 % 100) }
    case 9, 10, 13:
      guard text.count == digits.count else { return nil }
      let moment = Date(timeIntervalSince1970: Double(digits.count == 13 ? number / 1000 : number))
      var calendar = Calendar(identifier: .gregorian)
      calendar.timeZone = .gmt
      let parts = calendar.dateComponents([.year, .month, .day], from: moment)
      guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
      return Self.day(year: year, month: month, day: day)
    default: return nil
    }
  }

  /// A word or a number of a date, with what stands between it and the next.
  private struct Part {
    let text: String
    let number: Int?
    var gap = ""
  }

  private static func parts(of text: Substring) -> [Part] {
    var parts: [Part] = []
    var at = text.startIndex
    while at < text.endIndex {
      let isNumber = text[at].isWholeNumber && text[at].wholeNumberValue.map { $0 < 10 } == true
      guard isNumber || text[at].isLetter else {
        if !parts.isEmpty { parts[parts.count - 1].gap.append(text[at]) }
        at = text.index(after: at)
        continue
      }
      let run = text[at...].prefix { isNumber ? $0.isWholeNumber : $0.isLetter }
      let number = isNumber ? run.reduce(0) { min($0 * 10 + ($1.wholeNumberValue ?? 0), 100_000_000) } : nil
      // Chinese and Japanese write 2024年3月5日.
      parts.append(Part(text: String(run), number: number))
      at = run.endIndex
    }
    return parts
  }

  private func month(of parts: ArraySlice<Part>) -> (month: Int, count: Int)? {
    for count in [2, 1] where parts.count >= count {
      let name = parts.prefix(count).map { Self.folded($0.text) }.joined(separator: " ")
      if let month = months[name] ?? Self.anyNames[name] { return (month, count) }
    }
    return nil
  }

  /// The first day with the name of a month.
  private func named(_ parts: [Part]) -> (year: Int, month: Int, day: Int)? {
    for place in parts.indices where parts[place].number == nil {
      guard let (month, count) = month(of: parts[place...]) else { continue }
      let behind = parts[(place + count)...].filter { $0.number != nil || !Self.isOrdinal($0.text) }.prefix(2)
      let before = parts[..<place].filter { $0.number != nil || !Self.isOrdinal($0.text) }.suffix(2)
      let next = behind.first?.number
      if let day = before.last?.number, (1...31).contains(day) {
        // 5 March 2024
        if let year = next, Self.years.contains(year) { return (year, month, day) }
        if behind.first?.number == nil, let year = behind.dropFirst().first?.number, Self.years.contains(year) {
          return (year, month, day)
        }
      }
      if let day = next, (1...31).contains(day) {
        // March 5, 2024
        if let year = behind.dropFirst().first?.number, Self.years.contains(year) { return (year, month, day) }
        if let year = before.last?.number, Self.years.contains(year) { return (year, month, day) }
      }
    }
    return nil
  }

  /// The letters behind a number that are no word of their own: `5th`, `1er`.
  private static func isOrdinal(_ word: String) -> Bool { word.count <= 2 }

  /// The first three numbers in a row that are a day.
  private func numbered(_ parts: [Part]) -> (year: Int, month: Int, day: Int)? {
    for place in parts.indices.dropLast(2) {
      guard let a = parts[place].number, let (b, c) = following(place, in: parts) else { continue }
      if Self.years.contains(a), parts[place].text.count == 4, (1...12).contains(b), (1...31).contains(c) {
        return (a, b, c)
      }
      guard Self.years.contains(c), (1...31).contains(a), (1...31).contains(b) else { continue }
      if a > 12 || a == b { return b <= 12 ? (c, b, a) : nil }
      if b > 12 { return (c, a, b) }
      // Days with full stops stand first wherever they are written so.
      if parts[place].gap.trimmed == "." { return (c, b, a) }
      return isDayFirst.map { $0 ? (c, b, a) : (c, a, b) }
    }
    return nil
  }

  /// The two numbers behind `place`, if the same mark divides all three.
  private func following(_ place: Int, in parts: [Part]) -> (Int, Int)? {
    func mark(_ part: Part) -> String { part.gap.filter { !$0.isWhitespace } }
    if let b = parts[place + 1].number, let c = parts[place + 2].number {
      let marks = mark(parts[place])
      return ["-", "/", ".", "‏/", "،"].contains(marks) && mark(parts[place + 1]) == marks ? (b, c) : nil
    }
    // 2024年3月5日
    guard parts.count > place + 4, parts[place + 1].text == "年", let b = parts[place + 2].number,
      parts[place + 3].text == "月",
      let c = parts[place + 4].number
    else { return nil }
    return (b, c)
  }
}
