/// The parts of a question in SQL: enough to know its texts from its words.
struct SQLText {
  /// What a part is.
  enum Kind {
    case word, text, name, comment, blank, other
  }

  /// A part of the question, as it is written.
  struct Part {
    let kind: Kind
    let source: String

    /// What a text says, without its quotes.
    var value: String { String(source.dropFirst().dropLast()).replacing("''", with: "'") }
  }

  private(set) var parts: [Part] = []

  /// - Parameter sql: A part that does not end goes to the end.
  init(_ sql: String) {
    var rest = Array(sql.unicodeScalars)[...]
    while let first = rest.first {
      let (kind, length) = Self.part(first, rest)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: rest.prefix(length))
      parts.append(Part(kind: kind, source: String(view)))
      rest = rest.dropFirst(length)
    }
  }

  private static func part(_ first: Unicode.Scalar, _ rest: ArraySlice<Unicode.Scalar>) -> (Kind, Int) {
    func run(_ isPart: (Unicode.Scalar) -> Bool) -> Int { max(1, rest.prefix(while: isPart).count) }
    let second = rest.dropFirst().first
    switch first {
    case "'": return (.text, quoted(rest, "'"))
    case "\"", "`": return (.name, quoted(rest, first))
    case "[": return (.name, min(rest.count, run { $0 != "]" } + 1))
    case "-" where second == "-": return (.comment, run { $0 != "\n" })
    case "/" where second == "*": return (.comment, comment(rest))
    case _ where isWord(first): return (.word, run(isWord))
    case _ where first.properties.isWhitespace: return (.blank, run(\.properties.isWhitespace))
    default: return (.other, 1)
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x80 || scalar == "_" || scalar == "$" || scalar.properties.isAlphabetic
      || ("0"..."9").contains(scalar)
  }

  /// A quote that is doubled stands for itself.
  private static func quoted(_ rest: ArraySlice<Unicode.Scalar>, _ quote: Unicode.Scalar) -> Int {
    var place = rest.startIndex + 1
    while place < rest.endIndex {
      if rest[place] == quote {
        guard place + 1 < rest.endIndex, rest[place + 1] == quote else { return place + 1 - rest.startIndex }
        place += 1
      }
      place += 1
    }
    return rest.count
  }

  private static func comment(_ rest: ArraySlice<Unicode.Scalar>) -> Int {
    let ends = rest.indices.dropFirst(3).first { rest[$0] == "/" && rest[$0 - 1] == "*" }
    return ends.map { $0 + 1 - rest.startIndex } ?? rest.count
  }

  /// The places of parts that stand right behind a `MATCH`, blanks and comments aside.
  var matched: [Int] {
    parts.indices.compactMap { place in
      guard parts[place].kind == .word, parts[place].source.lowercased() == "match" else { return nil }
      return parts[(place + 1)...].firstIndex { $0.kind != .blank && $0.kind != .comment }
    }
  }

  /// The question with what stands behind `MATCH` as ``SearchText`` has it.
  var searchable: String {
    let matched = Set(matched)
    return parts.enumerated().map { place, part in
      part.kind == .text && matched.contains(place) ? SearchText.words(part.source) : part.source
    }.joined()
  }
}
