import PostilModuleKit

/// Reads a row of the table of chunks: `name[>1 !heading] first[given-name] last[surname|given-name] -> likely`.
///
/// An extent or a place, each with what is asked of it in brackets: all that spaces divide, one of what `|` divides, `!` for not.
/// The first extent is what the name takes.
struct ChunkRowText {
  private let rule: String

  private init(rule: String) { self.rule = rule }

  /// - Throws: ``FrameError`` that names what cannot be read.
  static func row(_ text: String, kind: NameKind, rule: String) throws(FrameError) -> ChunkRow {
    let reader = ChunkRowText(rule: rule)
    let sides = text.split(separator: "->", omittingEmptySubsequences: false).map(String.init)
    guard sides.count == 2 else { throw reader.error("a row has one '->' before what it makes") }
    var phrases: [ChunkRow.PhraseCondition] = []
    var places: [ChunkRow.PlaceCondition] = []
    for element in FrameSyntax.parts(of: sides[0][...], dividedBy: " ") {
      let (name, clauses) = try reader.bracketed(element)
      if let extent = ChunkRow.Extent(rawValue: name) {
        phrases.append(.init(extent: extent, clauses: try reader.phraseClauses(clauses)))
      } else {
        places.append(.init(places: try reader.places(name), word: try reader.wordCondition(clauses)))
      }
    }
    guard !phrases.isEmpty else {
      throw reader.error("a row names the words that it takes: \(known(ChunkRow.Extent.self))")
    }
    return ChunkRow(rule: rule, kind: kind, phrases: phrases, places: places, outcome: try reader.outcome(sides[1]))
  }

  /// `name[a b|c]` as its name and clauses of tests.
  private func bracketed(_ text: Substring) throws(FrameError) -> (name: String, clauses: [[Substring]]) {
    let (name, inside) = try FrameSyntax.bracketed(text, in: rule)
    return (name, inside.map { $0.split(separator: "|") })
  }

  private func places(_ text: String) throws(FrameError) -> [ChunkRow.PlaceCondition.Place] {
    var places: [ChunkRow.PlaceCondition.Place] = []
    for name in text.split(separator: "|") {
      guard let place = ChunkRow.PlaceCondition.Place(rawValue: String(name)) else {
        let places = Self.known(ChunkRow.PlaceCondition.Place.self)
        throw error("'\(name)' is none of \(Self.known(ChunkRow.Extent.self)), and no place of words: \(places)")
      }
      places.append(place)
    }
    return places
  }

  private func wordCondition(_ clauses: [[Substring]]) throws(FrameError) -> WordCondition {
    guard !clauses.isEmpty else { throw error("a place of words needs a test in brackets") }
    var read: [WordCondition.Clause] = []
    for clause in clauses {
      var made = WordCondition.Clause()
      for written in clause {
        let (name, isWanted) = negated(written)
        guard let test = WordTests.named.first(where: { $0.name == name })?.test else {
          throw error("'\(name)' is no test of a word; write \(WordTests.named.map(\.name).joined(separator: ", "))")
        }
        if isWanted { made.wanted.formUnion(test) } else { made.unwanted.formUnion(test) }
      }
      read.append(made)
    }
    return WordCondition(clauses: read)
  }

  private func phraseClauses(_ clauses: [[Substring]]) throws(FrameError) -> [[PhraseTest]] {
    var read: [[PhraseTest]] = []
    for clause in clauses {
      var tests: [PhraseTest] = []
      for test in clause { tests.append(try phraseTest(test)) }
      read.append(tests)
    }
    return read
  }

  private func phraseTest(_ text: Substring) throws(FrameError) -> PhraseTest {
    if let number = Int(text) { return .exactly(number) }
    if text.first == ">", let number = Int(text.dropFirst()) { return .moreThan(number) }
    if text.first == "<", let number = Int(text.dropFirst()) { return .lessThan(number) }
    let (name, isWanted) = negated(text)
    if let flag = PhraseTest.Flag(rawValue: name) { return .flag(flag, isWanted: isWanted) }
    if name.hasPrefix("context="), let kind = NameKind(rawValue: String(name.dropFirst(8))) {
      return .context(kind, isWanted: isWanted)
    }
    throw error(
      "'\(name)' is nothing to ask of words together; write a number of words such as 2, >1 or <4, "
        + "context=\(NameKind.allCases.map(\.rawValue).joined(separator: "|context=")), "
        + Self.known(PhraseTest.Flag.self))
  }

  private func negated(_ text: Substring) -> (name: String, isWanted: Bool) {
    text.first == "!" ? (String(text.dropFirst()), false) : (String(text), true)
  }

  private func outcome(_ text: String) throws(FrameError) -> ChunkRow.Outcome {
    switch text.filter({ $0 != " " }) {
    case "by-context": return .byContext
    case "otherwise": return .otherwise
    case "if-repeated": return .ifRepeated
    case let name:
      guard let certainty = Certainty.allCases.first(where: { $0.name == name }) else {
        let names = Certainty.allCases.map(\.name).joined(separator: ", ")
        throw error("'\(name)' is nothing that a row makes; write \(names), by-context, otherwise or if-repeated")
      }
      return .name(certainty)
    }
  }

  private static func known<Name: CaseIterable & RawRepresentable<String>>(_: Name.Type) -> String {
    Name.allCases.map(\.rawValue).joined(separator: ", ")
  }

  private func error(_ fault: String) -> FrameError { FrameError(rule: rule, fault: fault) }
}
