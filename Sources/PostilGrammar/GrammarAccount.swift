import PostilModel

/// Tells the groups and clauses of a sentence in lines.
public struct GrammarAccount {
  private let grammar: SentenceGrammar
  private let text: TaggedText

  /// - Parameter text: That of which `grammar` is.
  public init(_ grammar: SentenceGrammar, of text: TaggedText) {
    self.grammar = grammar
    self.text = text
  }

  /// A line a group and a line a clause, each kind by place.
  public var lines: [String] {
    let groups =
      grammar.nouns.map { ($0.tokens.lowerBound, line($0)) } + grammar.verbs.map { ($0.tokens.lowerBound, line($0)) }
    return groups.sorted { $0.0 < $1.0 }.map(\.1) + grammar.clauses.map(line)
  }

  private func line(_ noun: NounGroup) -> String {
    "noun group  '\(written(noun.tokens))'  head '\(text.text(noun.head))', \(noun.kind.rawValue), "
      + "\(noun.number.rawValue), \(noun.definiteness.rawValue)"
  }

  private func line(_ verb: VerbGroup) -> String {
    var facts =
      verb.isFinite ? ["\(verb.tense.rawValue) tense", verb.voice.rawValue] : ["not finite", verb.voice.rawValue]
    if verb.isNegated { facts.append("negated") }
    if verb.isModal { facts.append("modal") }
    return "verb group  '\(written(verb.tokens))'  " + facts.joined(separator: ", ")
  }

  private func line(_ clause: Clause) -> String {
    let subject = clause.subject.map { "subject '\(written(grammar.nouns[$0].tokens))'" } ?? "no subject of its own"
    return "clause  '\(written(clause.tokens))'  \(clause.kind.rawValue), \(subject)"
      + (clause.isResumed ? ", goes on" : "")
  }

  private func written(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let span = text.span(range)
    let bytes = text.utf8[span.start..<span.end]
    return String(decoding: bytes, as: UTF8.self).onOneLine
  }
}
