import PostilIdentities
import PostilJSON
import PostilModel
import PostilRecords

/// Boils a record of a report down to a summary.
struct SummaryBuilder {
  private let record: ReportRecord
  private var items: [Facet: DocumentSummary.Items] = [:]
  /// Those in boilerplate.
  private var boilerplate: [Facet: DocumentSummary.Items] = [:]
  /// Names that stand nowhere else: who they mean says nothing and is spoken of nowhere in the news.
  private let namesInBoilerplate: Set<String>

  /// The summary of `record`.
  ///
  /// - Parameter keepsText: Whether the text is kept, which occurrences in context need.
  static func summary(of record: ReportRecord, keepsText: Bool = true) -> DocumentSummary {
    var builder = SummaryBuilder(record: record)
    builder.count()
    return DocumentSummary(
      id: record.id, set: record.set, date: record.date, metadata: builder.metadata,
      words: record.text.map { Words.each(in: $0) }, statements: record.items.count { $0.type == "statement" },
      sketch: record.text.flatMap(Sketch.init(of:)), text: keepsText ? record.text : nil, items: builder.items,
      boilerplate: BoilerplateSummary(
        words: builder.boilerplateWords, statements: record.items.count { $0.type == "statement" && $0.isBoilerplate },
        items: builder.boilerplate),
      names: DocumentName.all(in: record), polls: record.items.compactMap(poll), isFailed: record.error != nil)
  }

  /// What is wrong with a record for counting its tones; nil when nothing is.
  static func fault(of record: ReportRecord) -> RecordError? {
    let item = record.items.first { item in
      guard item.type == "statement", let score = item["score"], score != .null else { return false }
      return !(score.number.map(Occurrence.scores.contains) ?? false)
    }
    return item.map { RecordError(.wrongKind(field: "score", expected: "a number from −1 to 1"), annotation: $0.id) }
  }

  private init(record: ReportRecord) {
    self.record = record
    let names = record.items.filter(\.isName)
    namesInBoilerplate = Set(names.filter(\.isBoilerplate).map(Self.name))
      .subtracting(names.filter { !$0.isBoilerplate }.map(Self.name))
  }

  private var metadata: [String: String] {
    Dictionary(record.metadata.map { ($0.name, $0.value.plainText) }) { first, _ in first }
  }

  private var boilerplateWords: Int {
    guard let text = record.text?.unicodeScalars else { return 0 }
    var (place, offset, words) = (text.startIndex, 0, 0)
    for range in record.boilerplate {
      let start = text.index(place, offsetBy: range.lowerBound - offset)
      place = text.index(start, offsetBy: range.count)
      offset = range.upperBound
      words += Words.each(in: String(text[start..<place]))
    }
    return words
  }

  private mutating func count() {
    for item in record.items {
      add(.type, item.type, item)
      if let rule = item.rule { add(.rule, rule, item) }
      switch item.type {
      case "statement": addStatement(item)
      case "timex": addDate(item)
      case "poll": add(.poll, Self.question(item), item)
      default: if item.isName { add(.entity, Self.name(item), item) }
      }
    }
    for pair in ParagraphPairs.all(in: record, name: Self.name) {
      add(.pair, pair.name, pair.place, isBoilerplate: pair.isBoilerplate)
    }
  }

  private mutating func add(_ facet: Facet, _ name: String, _ item: ReportRecord.Item) {
    add(facet, name, Occurrence(start: item.start, end: item.end), isBoilerplate: item.isBoilerplate)
  }

  private mutating func add(_ facet: Facet, _ name: String, _ place: Occurrence, isBoilerplate: Bool) {
    guard !name.isEmpty else { return }
    if isBoilerplate {
      boilerplate[facet, default: [:]][name, default: []].append(place)
    } else {
      items[facet, default: [:]][name, default: []].append(place)
    }
  }

  private mutating func addStatement(_ item: ReportRecord.Item) {
    let tone = item["sentiment"]?.string.flatMap(Occurrence.Tone.init)
    let place = Occurrence(start: item.start, end: item.end, score: item["score"]?.number, tone: tone)
    if let tone { add(.sentiment, tone.rawValue, item) }
    func count(_ facet: Facet, _ name: String?) {
      guard let name = name?.onOneLine else { return }
      add(facet, name, place, isBoilerplate: item.isBoilerplate || namesInBoilerplate.contains(name))
    }
    count(.source, Self.speaker(item))
    count(.target, item["targetEntity"]?.string ?? item["target"]?.string)
  }

  /// Who a statement counts for: its entity, else the words of a source that is somebody. A pronoun that stands for nobody sure,
  /// and a document or figure, head no table of speakers.
  private static func speaker(_ item: ReportRecord.Item) -> String? {
    if let entity = item["sourceEntity"]?.string { return entity }
    guard let kind = item["sourceKind"]?.string, kind != "thing" else { return nil }
    return item["source"]?.string
  }

  private mutating func addDate(_ item: ReportRecord.Item) {
    guard let value = item["value"]?.string, ["DATE", "TIME"].contains(item["timexType"]?.string ?? "DATE") else {
      return
    }
    let date = DateValue(value)
    if let month = date.month { add(.date, month, item) }
    if let year = date.year { add(.year, year, item) }
    if let direction = record.date.flatMap({ date.direction(from: $0) }) { add(.direction, direction, item) }
  }

  private static func name(_ item: ReportRecord.Item) -> String { (item["entity"]?.string ?? item.text).onOneLine }

  private static func question(_ item: ReportRecord.Item) -> String {
    (item["question"]?.string ?? item.text).onOneLine
  }

  private static func poll(_ item: ReportRecord.Item) -> PollSummary? {
    guard item.type == "poll" else { return nil }
    return PollSummary(
      question: question(item), kind: item["kind"]?.string ?? "",
      options: (item["options"]?.array ?? []).map { $0.plainText.onOneLine },
      shares: (item["shares"]?.array ?? []).map { share($0) })
  }

  private static func share(_ value: JSONValue) -> Double {
    value.number ?? value.string.flatMap { Double($0.filter { $0.isNumber || $0 == "." }) } ?? 0
  }
}
