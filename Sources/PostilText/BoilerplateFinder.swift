import PostilMatching
import PostilModel

/// Finds what stands around the news: lines and sentences by their form or because they are known to repeat, and words inside
/// a paragraph by their form.
struct BoilerplateFinder {
  /// Nothing longer is a line or sentence of boilerplate, in bytes.
  private static let longest = 1000

  let text: TextBytes
  let forms: BoilerplateForms
  let repeated: RepeatedLines
  let matcher: Matcher

  /// The boilerplate among these parts of the text and what is `given` as such, in order, without overlaps.
  func spans(lines: [Span], sentences: [Span], paragraphs: [Span], given: [Span]) -> [Span] {
    text.bytes.withUnsafeBufferPointer { bytes in
      let whole = lines.filter { isWhole($0, forms.lines, bytes) || repeated.contains(text, $0) }
      let words = Self.merged(paragraphs.flatMap { inside($0, bytes) })
      // What is a line as well has been asked with its line.
      let within = sentences.filter { sentence in
        lines[lines.partitioningIndex { $0.end >= sentence.end }...].first != sentence
      }
      let inner = within.filter { isWhole($0, forms.sentences, bytes) && !Self.overlaps($0, words) }
      let runs = repeated.runs(in: text, lines: lines, paragraphs: paragraphs)
      return Self.merged(given + whole + inner + words + runs)
    }
  }

  /// Whether words inside a sentence are boilerplate by themselves: where it has no full stop behind them, it goes on with news.
  private static func overlaps(_ sentence: Span, _ words: [Span]) -> Bool {
    let place = words.partitioningIndex { $0.end > sentence.start }
    return place < words.count && words[place].overlaps(sentence)
  }

  /// Whether all of `span` has one of the forms of `pattern`, or that of a prompt.
  private func isWhole(_ span: Span, _ pattern: Pattern?, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard span.count <= Self.longest else { return false }
    func match(_ pattern: Pattern?, last: Int) -> Span? {
      pattern?.firstMatch(in: bytes, from: span.start, last: last, end: span.end, using: matcher)?.span
    }
    // PCRE2 does not see by itself that a pattern with parts to call can begin at the search's start alone.
    return match(pattern, last: span.start) == span
      || match(forms.prompts, last: span.start) == span && match(forms.news, last: span.end) == nil
  }

  private func inside(_ paragraph: Span, _ bytes: UnsafeBufferPointer<UInt8>) -> [Span] {
    forms.inside.flatMap { form in
      ((try? form.matches(in: bytes, region: paragraph, using: matcher)) ?? []).compactMap { text.trimmed($0.span) }
    }
  }

  /// In order; those that overlap are one.
  private static func merged(_ spans: [Span]) -> [Span] {
    var merged: [Span] = []
    for span in spans.sorted() {
      if let last = merged.last, span.start < last.end {
        merged[merged.count - 1] = Span(start: last.start, end: max(last.end, span.end))
      } else {
        merged.append(span)
      }
    }
    return merged
  }
}
