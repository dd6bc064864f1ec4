import PostilModel

@testable import PostilGrammar

/// A sentence in a small English whose words get their classes by hand, without rules.
struct SmallEnglish {
  let text: TaggedText
  let grammar: SentenceGrammar

  private static let classes: [(name: String, words: [String])] = [
    ("definite", ["the", "The"]), ("determiner", ["a", "A", "an"]), ("quantity", ["Some", "some", "Most", "two"]),
    ("his", ["his"]), ("preposition", ["of", "in", "on", "with", "for"]), ("by", ["by"]), ("to", ["to"]),
    ("coordinator", ["and", "but"]), ("relative", ["who", "which"]), ("subordinator", ["because"]),
    ("was", ["was", "were"]), ("be", ["is", "been", "be"]), ("have", ["has", "have"]), ("had", ["had"]),
    ("will", ["will"]), ("may", ["would"]), ("not-did", ["didn’t"]), ("that", ["that"]), ("they", ["they"]),
    ("he", ["he"]), ("adverb", ["not", "quickly"]), ("base", ["say", "avoid"]), ("present", ["says"]),
    ("base-or-noun", ["plan", "need", "work", "strike"]), ("present-or-noun", ["plans", "works"]),
    ("verb", ["said", "sank", "left", "praised", "briefed", "proposed", "sold", "failed"]),
    ("preterite", ["came"]), ("gerund", ["saying", "sinking"]), ("adjective", ["unjust", "familiar", "old"]),
    ("persons", ["critics", "officials", "People", "workers"]), ("person", ["engineer"]), ("body", ["union"]),
    ("thing", ["law", "report"]), ("time", ["Monday"]),
  ]

  /// - Parameter prefix: Stands before the sentence.
  init(_ sentence: String, behind prefix: String = "") {
    let whole = prefix + sentence
    let bytes = Array(whole.utf8)
    var tokens: [Token] = []
    var start = 0
    func close(_ end: Int) {
      guard end > start else { return }
      let word = String(decoding: bytes[start..<end], as: UTF8.self)
      tokens.append(
        Token(span: Span(start: start, end: end), kind: word.first?.isLetter == true ? .word : .punctuation))
    }
    for (offset, byte) in bytes.enumerated()
    where byte == .space || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") {
      close(offset)
      if byte != .space { tokens.append(Token(span: Span(start: offset, end: offset + 1), kind: .punctuation)) }
      start = offset + 1
    }
    close(bytes.count)
    let first = tokens.firstIndex { $0.span.start >= prefix.utf8.count } ?? 0
    var text = TaggedText(tokens: tokens, utf8: bytes, sentences: [first..<tokens.count])
    for index in tokens.indices {
      for (name, words) in Self.classes where words.contains(text.text(index)) {
        text.add(WordClass(name: name) ?? [], to: index)
      }
    }
    self.text = Tagger.decided(text)
    grammar = SentenceGrammar(first..<tokens.count, of: self.text)
  }

  func words(_ range: Range<Int>) -> String {
    String(decoding: text.utf8[text.span(range).start..<text.span(range).end], as: UTF8.self)
  }
}

/// What stands before a sentence in half of the runs, so that bytes and characters differ.
let prefixes = ["", "é 👩‍👩‍👧 العراق "]
