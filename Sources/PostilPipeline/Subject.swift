import PostilMatching
import PostilModel

/// A document's text as rules are run over it.
///
/// A class, since the checks of all rules share it.
final class Subject {
  /// The text's UTF-8; valid while the document is worked on.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The spans that each ``RuleScope`` matches by itself, by its raw value.
  let regions: [[Span]]
  /// The words, numbers and marks of the text.
  let tokens: [Token]
  /// What finds the patterns and terms of the chain's rules.
  let search: RuleSearch
  /// What it found.
  let found: RuleFindings
  private let isASCII: Bool

  init(
    bytes: UnsafeBufferPointer<UInt8>, structure: TextStructure, search: RuleSearch, using matcher: Matcher
  ) {
    self.bytes = bytes
    self.search = search
    tokens = structure.tokens
    let whole = bytes.isEmpty ? [] : [Span(start: 0, end: bytes.count)]
    regions = [whole, structure.paragraphs, structure.sentences, structure.lines]
    found = search.findings(in: bytes, TermText(bytes), regions: regions, using: matcher)
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  /// The text that `span` covers.
  func text(_ span: Span) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  /// The first code point boundary at `offset` or behind it.
  func boundary(at offset: Int) -> Int {
    var boundary = min(offset, bytes.count)
    while boundary < bytes.count, bytes[boundary].isContinuation { boundary += 1 }
    return boundary
  }

  /// Whether nothing but ASCII white space stands in `range`.
  func isBlank(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 == .space || (0x09...0x0D).contains($0) }
  }

  /// The number of code points that `span` covers.
  func codePoints(in span: Span) -> Int {
    if isASCII { return span.count }
    return bytes[span.start..<span.end].reduce(0) { $1.isContinuation ? $0 : $0 + 1 }
  }
}
