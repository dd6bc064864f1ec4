import PostilMatching
import PostilModel
import PostilRecords

/// Finds the places of a concordance; reads again only documents that can have some.
struct ConcordanceFinder {
  let corpus: Corpus
  let boilerplate: ComparisonOptions.Treatment
  /// The most code points on either side.
  let context: Int
  private(set) var lines: [Concordance.Line] = []
  private var searched = 0
  private var textless = 0
  private var stopped: [DocumentKey] = []

  init(corpus: Corpus, boilerplate: ComparisonOptions.Treatment, context: Int) {
    self.corpus = corpus
    self.boilerplate = boilerplate
    self.context = context
  }

  /// Finds the places of the item that somebody means by `name`; returns what it is called.
  ///
  /// - Throws: ``ReportError`` when there is none.
  mutating func find(_ name: String, _ facets: [Facet]) throws -> String {
    let keys = corpus.postings.keys.filter { facets.contains($0.facet) }
    let search = ItemSearch(items: keys) { [names = corpus.names] in ($0.name, (names[$0] ?? []).sorted()) }
    let found = search.items(called: name)
    guard let facet = facets.first(where: { facet in found.contains { $0.facet == facet } }) else {
      let noun = facets == [.type] ? "annotation has the type" : "item is called"
      let help = search.help(for: name) ?? "'postil compare' lists what there is"
      throw ReportError(description: "no \(noun) '\(name)'; \(help)")
    }
    let wanted = found.filter { $0.facet == facet }
    let numbers = Set(wanted.flatMap { (corpus.postings[$0] ?? []).map { Int($0.document) } }).sorted()
    corpus.eachDocument(numbers, boilerplate) { number, document in
      let places = wanted.flatMap { document.items[facet]?[$0.name] ?? [] }
      add(
        number, document,
        places.map { $0.start..<$0.end }.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) })
    }
    return "\(Set(wanted.map(\.name)).sorted().joined(separator: ", ")) (\(facet.title))"
  }

  /// Finds all that `pattern` matches; returns what it is called.
  mutating func find(_ pattern: Pattern) -> String {
    corpus.eachDocument(Array(corpus.documents.indices), boilerplate) { number, document in
      guard let text = document.text else { return add(number, document, []) }
      do {
        add(number, document, try PatternPlaces.codePoints(of: pattern, in: text))
      } catch {
        stopped.append(document.key)
      }
    }
    return pattern.source
  }

  private mutating func add(_ number: Int, _ document: DocumentSummary, _ spans: [Range<Int>]) {
    searched += 1
    guard let text = document.text else {
      textless += 1
      return
    }
    guard !spans.isEmpty else { return }
    let cutter = KeywordCutter(text, context: context)
    let outlet = OwnName.fields.lazy.compactMap { document.metadata[$0] }.first { !$0.isEmpty }
    let own = corpus.documents[number]
    lines += spans.uniqued().map { span in
      let (left, keyword, right) = cutter.parts(span)
      return Concordance.Line(
        set: corpus.groups[own.group], document: own.key, date: own.date, outlet: outlet, span: span, left: left,
        keyword: keyword, right: right)
    }
  }

  /// What to say of documents whose text is not there or could not be searched.
  ///
  /// - Throws: ``ReportError`` when no text is there.
  func missing() throws -> [String] {
    let help =
      "a concordance is cut out of the texts: give the reports themselves, or summaries made without --without-text"
    if textless > 0, textless == searched {
      throw ReportError(
        description: "the \(textless.counted("document")) that could be shown come without text; \(help)")
    }
    var warnings = textless > 0 ? ["\(textless.counted("document")) come without text and are not shown; \(help)"] : []
    if let first = stopped.first {
      warnings.append(
        "the pattern takes too many steps in \(stopped.count.counted("document")), the first '\(first.id)'; what they hold is not shown"
      )
    }
    return warnings
  }
}

/// Where a pattern matches, counted in code points.
enum PatternPlaces {
  /// - Throws: ``PatternError`` when a limit is hit.
  static func codePoints(of pattern: Pattern, in text: String) throws -> [Range<Int>] {
    var text = text
    let spans = try text.withUTF8 { bytes in
      try pattern.matches(
        in: bytes, region: Span(start: 0, end: bytes.count), using: Matcher(),
        limits: MatchLimits(matches: Int.max - 1, backtracking: 1_000_000)
      ).map(\.span)
    }
    let map = OffsetMap(text)
    return spans.map { map.codePointOffset(ofUTF8: $0.start)..<map.codePointOffset(ofUTF8: $0.end) }
  }
}
