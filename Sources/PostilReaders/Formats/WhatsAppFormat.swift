import PostilModel

/// A chat exported from WhatsApp as text: a document a message.
struct WhatsAppFormat: CollectionFormat {
  let name = "whatsapp"
  let title = "a chat of WhatsApp"
  let endings: Set<String> = []

  /// Whether it begins with a line of a day, a clock and a message, and another follows soon.
  func recognizes(_ head: FileHead) -> Bool {
    guard ["txt", "text", ""].contains(head.ending) else { return false }
    let lines = head.start.split(whereSeparator: \.isNewline).prefix(40)
    guard let first = lines.first, WhatsAppLine(first) != nil else { return false }
    return lines.dropFirst().contains { WhatsAppLine($0)?.author != nil }
  }

  func members(of source: DocumentSource, _ options: ReaderOptions, each: (FileMember) throws -> Bool) throws {
    let text = try TextEncoding.decode(try source.bytes(), as: options.encoding, path: source.displayName)
    let messages = WhatsAppMessage.messages(in: text)
    let order = WhatsAppLine.Order(of: messages.map(\.head))
    var number = 0
    for message in messages {
      guard let content = message.content(order) else { continue }
      number += 1
      guard try each(FileMember(id: String(number), content)) else { return }
    }
  }
}

/// A line that begins a message: `[5/3/24, 10:15:02 AM] Ada: …`, `05.03.24, 10:15 - Ada: …`, `2024/03/05 10:15 - Ada: …`, with digits
/// of any script.
private struct WhatsAppLine {
  /// The three numbers of the day, as they are written.
  let day: [Int]
  let hasFullStops: Bool
  /// `10:15:02`, of 24 hours.
  let clock: String
  /// Nil in lines that tell of the chat itself.
  let author: String?
  let words: String

  init?(_ line: Substring) {
    // Most lines of long messages begin otherwise.
    let bare = line.drop { $0 == "\u{200E}" || $0 == "\u{200F}" || $0 == "\u{FEFF}" || $0 == "[" }
    guard bare.first?.isNumber == true else { return nil }
    let head = Self.plain(line.prefix(60))
    let form =
      /^\[?(\d{1,4})([.\/\-])\s?(\d{1,2})[.\/\-]\s?(\d{1,4})\.?[,،]?\s+(?:\p{Letter}{1,4}\s)?(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?\s*([^\d\s\]:\-]{1,4}(?:\s?[^\d\s\]:\-]{1,4})?)?\s*(\]|\s-|-)\s?/
    guard let match = head.firstMatch(of: form), let hour = Int(match.5), hour < 25 else { return nil }
    day = [match.1, match.3, match.4].compactMap { Int($0) }
    hasFullStops = match.2 == "."
    clock = "\(Self.hour(hour, match.8).padded(to: 2)):\(match.6):\(match.7 ?? "00")"
    // The characters of the head stand for as many of the line, some left out.
    let rest = Self.rest(of: line, behind: head[..<match.range.upperBound])
    let colon = rest.prefix(80).firstRange(of: ": ") ?? (rest.last == ":" ? rest.firstRange(of: ":") : nil)
    author = colon.map { String(rest[..<$0.lowerBound].filter { !Self.isMark($0) }).trimmed }
    words = colon.map { String(rest[$0.upperBound...]) } ?? String(rest)
  }

  private static func isMark(_ character: Character) -> Bool {
    ["\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{FEFF}"].contains(character)
  }

  /// Without marks of direction, white space as spaces and digits as ASCII has them.
  private static func plain(_ text: Substring) -> String {
    String(
      text.filter { !isMark($0) }.map { character in
        if character.isWhitespace { return " " }
        return character.wholeNumberValue.flatMap { $0 < 10 ? Character(String($0)) : nil } ?? character
      })
  }

  private static func rest(of line: Substring, behind head: Substring) -> Substring {
    var left = head.count
    return line.drop { character in
      if left > 0, !isMark(character) { left -= 1 } else if left == 0 { return false }
      return true
    }
  }

  private static func hour(_ hour: Int, _ half: Substring?) -> Int {
    guard let half = half?.lowercased() else { return hour % 24 }
    if half.hasPrefix("p") || half == "م" || half == "下午" { return hour % 12 + 12 }
    return half.hasPrefix("a") || half == "ص" || half == "上午" ? hour % 12 : hour % 24
  }

  /// How a file writes days, which all its lines together tell.
  enum Order {
    case yearFirst, dayFirst, monthFirst, unknown

    init(of lines: [WhatsAppLine]) {
      let days = lines.map(\.day)
      if days.contains(where: { $0[0] > 31 }) {
        self = .yearFirst
      } else if days.contains(where: { $0[0] > 12 }) || lines.contains(where: \.hasFullStops) {
        self = .dayFirst
      } else if days.contains(where: { $0[1] > 12 }) {
        self = .monthFirst
      } else {
        // Messages stand in the order in which they were sent.
        let steps = [Order.dayFirst, .monthFirst].map { order in
          let values = days.compactMap { order.day(of: $0) }
          return zip(values, values.dropFirst()).count { $0 > $1 }
        }
        self = steps[0] == steps[1] ? .unknown : steps[0] < steps[1] ? .dayFirst : .monthFirst
      }
    }

    /// As `yyyy-mm-dd`; nil where that is not known, or no day.
    func day(of numbers: [Int]) -> String? {
      guard numbers.count == 3 else { return nil }
      let parts: (year: Int, month: Int, day: Int)
      switch self {
      case .yearFirst: parts = (numbers[0], numbers[1], numbers[2])
      case .dayFirst: parts = (numbers[2], numbers[1], numbers[0])
      case .monthFirst: parts = (numbers[2], numbers[0], numbers[1])
      case .unknown: return nil
      }
      let year = parts.year < 100 ? 2000 + parts.year : parts.year
      let day = "\(year.padded(to: 4))-\(parts.month.padded(to: 2))-\(parts.day.padded(to: 2))"
      return DocumentDate.isValid(day) ? day : nil
    }
  }
}

/// A message with the lines that it goes on in.
private struct WhatsAppMessage {
  let head: WhatsAppLine
  private var words: String
  private let line: Int

  static func messages(in text: String) -> [WhatsAppMessage] {
    var messages: [WhatsAppMessage] = []
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" })
      .enumerated()
    {
      if let head = WhatsAppLine(line) {
        messages.append(WhatsAppMessage(head: head, words: head.words, line: number + 1))
      } else if !messages.isEmpty {
        messages[messages.count - 1].words += "\n" + line
      }
    }
    return messages
  }

  /// Nil for what tells of the chat itself, and for what stands in the place of a picture or a recording: it begins with a mark of
  /// direction, or stands in angle brackets.
  func content(_ order: WhatsAppLine.Order) -> FileContent? {
    let text = words.trimmed
    guard let author = head.author, text.first != "\u{200E}", !text.isEmpty,
      !(text.hasPrefix("<") && text.hasSuffix(">"))
    else { return nil }
    let day = order.day(of: head.day)
    let written = day.map { "\($0)T\(head.clock)" } ?? head.day.map(String.init).joined(separator: "/")
    let dating = day == nil ? InputDate(unreadable: written) : InputDate(.string(written), origin: .record)
    var metadata = Features(known: [("author", author)])
    metadata["line"] = .number(Double(line))
    return FileContent(text: text, metadata: metadata, date: dating.date, remarks: dating.remarks)
  }
}
