import PostilMatching
import PostilModel

/// Finds the parts of a text, in time linear in its length.
public struct TextAnalyzer: Sendable {
  /// The lines at the end of a text that may hold its date.
  private static let footLines = 4

  private let language: TextLanguage
  private let boilerplate: BoilerplateForms
  private let repeated: RepeatedLines

  /// Makes an analyzer for texts of one language.
  ///
  /// - Parameters:
  ///   - boilerplate: The forms of boilerplate in that language.
  ///   - repeated: Lines that are boilerplate because they repeat.
  public init(language: TextLanguage, boilerplate: BoilerplateForms = .none, repeated: RepeatedLines = .none) {
    self.language = language
    self.boilerplate = boilerplate
    self.repeated = repeated
  }

  /// The parts of `text`.
  ///
  /// - Parameters:
  ///   - given: What is boilerplate of it whatever its form.
  ///   - matcher: The memory that the forms of boilerplate are matched with.
  public func structure(of text: String, given: [Span] = [], using matcher: Matcher = Matcher()) -> TextStructure {
    let bytes = TextBytes(bytes: Array(text.utf8))
    let allLines = LineFinder.allLines(bytes)
    let lines = allLines.compactMap(bytes.trimmed)
    let paragraphs = LineFinder.paragraphs(allLines, bytes)
    let sentenceFinder = SentenceFinder(text: bytes, language: language)
    let datelineFinder = DatelineFinder(text: bytes, language: language)
    let labelLines = datelineFinder.labelLines(in: lines)
    let sentences = paragraphs.flatMap(sentenceFinder.sentences)
    let finder = BoilerplateFinder(text: bytes, forms: boilerplate, repeated: repeated, matcher: matcher)
    return TextStructure(
      paragraphs: paragraphs, headings: datelineFinder.headings(in: paragraphs).filter { !labelLines.contains($0) },
      sentences: sentences, lines: lines, tokens: Tokenizer.tokens(bytes),
      quotations: QuotationFinder(text: bytes).quotations(in: paragraphs),
      dateline: datelineFinder.dateline(in: paragraphs), byline: datelineFinder.byline(in: lines),
      labelLines: labelLines,
      boilerplate: finder.spans(lines: lines, sentences: sentences, paragraphs: paragraphs, given: given))
  }

  /// The day that a text gives itself: its dateline, with the year of a full date in the foot; else a full date in the
  /// head, else that in the foot.
  public func date(of text: String, structure: TextStructure) -> DocumentDate? {
    let bytes = TextBytes(bytes: Array(text.utf8))
    let finder = DateFinder(text: bytes, language: language)
    let foot = structure.lines.suffix(Self.footLines).reversed().lazy
      .filter { $0.count < 60 }.compactMap { line in
        finder.first(in: line).flatMap { found in found.year != nil && isFoot(found.span, of: line, bytes) ? found : nil
        }
      }.first
    if let span = structure.dateline?.date, let dateline = finder.first(in: span),
      let year = dateline.year ?? foot.flatMap({ nearestYear(of: dateline, to: $0) })
    {
      return DocumentDate(value: iso(year, dateline.month, dateline.day), origin: .dateline)
    }
    let head = HeadDate(text: bytes, finder: finder).first(in: structure.lines)
    guard let found = head ?? foot, let year = found.year else { return nil }
    return DocumentDate(value: iso(year, found.month, found.day), origin: head == nil ? .foot : .head)
  }

  /// Whether a date makes up most of its line, or a label leads to it, as in `Last updated: 20 September 2023, 14:05`.
  private func isFoot(_ span: Span, of line: Span, _ bytes: TextBytes) -> Bool {
    var start = span.start
    while start > line.start, bytes[start - 1] == .space { start -= 1 }
    return span.count * 2 > line.count || start > line.start && bytes[start - 1] == UInt8(ascii: ":")
  }

  /// The year in which the dateline's day lies nearest to the foot's date.
  private func nearestYear(of dateline: DateFinder.Found, to foot: DateFinder.Found) -> Int? {
    guard let year = foot.year else { return nil }
    let distance = dateline.month - foot.month
    return distance > 6 ? year - 1 : distance < -6 ? year + 1 : year
  }

  private func iso(_ year: Int, _ month: Int, _ day: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
