/// The dates of an HTML report along the years: each value as a bar over the days that it covers, with the words that say
/// it; those without a place in the calendar apart.
struct HTMLTimeline {
  /// A mention of a value.
  struct Mention {
    /// The id of its place in the page.
    let target: String
    let words: String
  }

  static let css = """
    .years{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.4rem .8rem}
    .year{display:grid;grid-template-columns:4rem 1fr;gap:.6rem;border-top:1px solid var(--line);padding:.3rem 0}
    .year:first-child{border-top:0}.year h3{margin:0;font-size:.9rem}.when{display:grid;grid-template-columns:8.5rem 12rem 1fr;gap:.6rem;
    font-size:.85rem;align-items:center}.track{position:relative;height:.6rem;background:repeating-linear-gradient(90deg,
    var(--line) 0 1px,transparent 1px 8.333%)}.track i{position:absolute;top:0;bottom:0;min-width:3px;background:var(--timex);border-radius:2px}
    @media (max-width:60rem){.when{grid-template-columns:8.5rem 6rem 1fr}}
    """

  /// The most mentions shown of one value.
  private static let most = 12
  private var values: [String: [Mention]] = [:]

  /// Adds a mention of a value.
  mutating func add(_ value: String, _ mention: Mention) { values[value, default: []].append(mention) }

  /// The section, empty when there are no dates.
  var html: String {
    var years: [Int: [(span: TimelineSpan, value: String)]] = [:]
    var undated: [String] = []
    for value in values.keys {
      if let span = TimelineSpan(value) {
        years[span.first.year, default: []].append((span, value))
      } else {
        undated.append(value)
      }
    }
    let sections = years.sorted { $0.key < $1.key }.map { year, entries in
      let rows = entries.sorted { Self.key($0) < Self.key($1) }.map { row($0.value, $0.span) }.joined()
      return "<div class=\"year\"><h3>\(year)</h3><div>\(rows)</div></div>"
    }
    return section("Timeline", years.values.reduce(0) { $0 + $1.count }, sections)
      + section("Undated", undated.count, undated.sorted().map { row($0, nil) })
  }

  private static func key(_ entry: (span: TimelineSpan, value: String)) -> (Int, Int, Int, String) {
    (entry.span.first.ordinal, entry.span.last.year, entry.span.last.ordinal, entry.value)
  }

  private func section(_ title: String, _ count: Int, _ parts: [String]) -> String {
    parts.isEmpty ? "" : "<h2>\(title) <small>\(count)</small></h2><div class=\"years\">\(parts.joined())</div>"
  }

  private func row(_ value: String, _ span: TimelineSpan?) -> String {
    let mentions = values[value] ?? []
    let links = mentions.prefix(Self.most).map {
      "<a href=\"#\(HTMLText.escaped($0.target))\">\(HTMLText.escaped($0.words))</a>"
    }
    let more = mentions.count > Self.most ? " …" : ""
    return "<div class=\"when\"><span>\(HTMLText.escaped(value))</span>\(bar(span))"
      + "<span dir=\"auto\"><small>\(mentions.count)</small> \(links.joined(separator: " · "))\(more)</span></div>"
  }

  /// The days within the year in which the value begins.
  private func bar(_ span: TimelineSpan?) -> String {
    guard let span else { return "<span></span>" }
    let length = Double(TimelineSpan.length(span.first.year))
    let end = span.last.year > span.first.year ? length : Double(span.last.ordinal + 1)
    let left = Double(span.first.ordinal) / length * 100
    let width = end / length * 100 - left
    return "<span class=\"track\"><i style=\"left:\(Self.percent(left));width:\(Self.percent(width))\"></i></span>"
  }

  private static func percent(_ number: Double) -> String { "\(((number * 100).rounded() / 100).plainText)%" }
}
