import PostilModel

/// Makes documents by chance, with annotations and metadata of every kind that there is; the same seed makes the same.
struct RandomDocument {
  private static let pieces = ["a", "Bob ", "é", "👩‍👩‍👧", "العراق ", "\n", "\u{FEFF}", "\"", "\\", "\u{0}", "e\u{301}"]
  private static let names = ["x", "xStart", "xEnd", "y", "name", "début", "a.b/c"]

  private var random: SplitMix
  private var boundaries: [Int] = []
  private var count = 0

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  mutating func document() -> AnnotatedDocument {
    let text = string(pieces: 5 + random.below(20))
    boundaries =
      text.unicodeScalars.indices.map { text.utf8.distance(from: text.startIndex, to: $0) } + [text.utf8.count]
    count = random.below(6)
    let head = Document(
      id: "d\(random.below(100))", set: random.below(2) == 0 ? "" : "s", text: text, metadata: metadata(depth: 0),
      date: random.below(2) == 0 ? nil : DocumentDate(value: "2024-03-1\(random.below(10))", origin: origin()),
      detectedLanguage: random.below(2) == 0 ? nil : "de")
    if random.below(10) == 0 {
      return AnnotatedDocument(
        document: Document(id: head.id, set: head.set, text: "", metadata: head.metadata, date: head.date),
        diagnostics: [DocumentDiagnostic(code: "L001", message: "m", rule: "r/x")], error: "broken: \"é\"")
    }
    // A record lists annotations by place, so a document that shall come back as it is has them so.
    let spans = (0..<count).map { _ in span(isEmpty: false) }.sorted()
    return AnnotatedDocument(
      document: head, annotations: spans.enumerated().map { annotation($0.offset, $0.element) },
      boilerplate: boilerplate(),
      diagnostics: [DocumentDiagnostic(code: "M001", message: "é", module: "m", span: span(isEmpty: false))])
  }

  /// Every other part of the text between some boundaries.
  private mutating func boilerplate() -> [Span] {
    guard random.below(3) == 0 else { return [] }
    let cuts = boundaries.filter { _ in random.below(4) == 0 }
    return zip(cuts, cuts.dropFirst()).filter { _ in random.below(2) == 0 }.map { Span(start: $0, end: $1) }
  }

  private mutating func origin() -> DocumentDate.Origin {
    DocumentDate.Origin.allCases[random.below(DocumentDate.Origin.allCases.count)]
  }

  private mutating func annotation(_ number: Int, _ span: Span) -> Annotation {
    Annotation(
      type: ["person", "timex", "é"][random.below(3)], span: span, features: features(depth: 0),
      provenance: Provenance(
        module: random.below(2) == 0 ? nil : "m", rules: (0..<random.below(3)).map { "r/\($0)" },
        annotations: (0..<random.below(3)).map { _ in random.below(count) },
        decision: random.below(2) == 0 ? nil : "m.é",
        refinedBy: random.below(3) == 0 ? ["n"] : []),
      givenID: "g\(number)")
  }

  private mutating func features(depth: Int) -> Features {
    var features = Features()
    for _ in 0..<random.below(5) {
      let name = Self.names[random.below(Self.names.count)]
      features[name] = value(depth: depth)
    }
    // A span and a feature called like one of its ends are refused in rules and manifests.
    if features["x"]?.span != nil {
      features["xStart"] = nil
      features["xEnd"] = nil
    }
    return features
  }

  private mutating func value(depth: Int) -> FeatureValue {
    switch random.below(depth > 2 ? 6 : 9) {
    case 0: .string(string(pieces: random.below(4)))
    case 1: .number(Double(random.below(1 << 53)) * (random.below(2) == 0 ? 1 : -0.37))
    case 2: .digits("\(UInt64.max - UInt64(random.below(1000)))")
    case 3: .boolean(random.below(2) == 0)
    case 4: .span(span(isEmpty: depth > 0))
    case 5: .annotation(random.below(max(count, 1)))
    case 6: .record(features(depth: depth + 1))
    case 7:
      // A list of one kind.
      .list(Array(repeating: value(depth: depth + 1), count: random.below(3)))
    default: .list((0..<random.below(4)).map { _ in value(depth: depth + 1) })
    }
  }

  private mutating func metadata(depth: Int) -> Features {
    Features(
      (0..<random.below(depth == 0 ? 40 : 4)).map { number in
        Features.Entry(name: "\(Self.names[random.below(Self.names.count)])\(number)", value: plain(depth: depth))
      })
  }

  private mutating func plain(depth: Int) -> FeatureValue {
    switch random.below(depth > 3 ? 4 : 6) {
    case 0: .string(string(pieces: random.below(4)))
    case 1: .number(Double(random.below(2000)) / 7)
    case 2: .digits("-9007199254740993")
    case 3: .boolean(true)
    case 4: .record(metadata(depth: depth + 1))
    default: .list((0..<random.below(3)).map { _ in plain(depth: depth + 1) })
    }
  }

  private mutating func string(pieces: Int) -> String {
    (0..<pieces).map { _ in Self.pieces[random.below(Self.pieces.count)] }.joined()
  }

  private mutating func span(isEmpty: Bool) -> Span {
    let (a, b) = (random.below(boundaries.count), random.below(boundaries.count))
    guard a != b || isEmpty else { return Span(start: 0, end: boundaries[1]) }
    return Span(start: boundaries[min(a, b)], end: boundaries[max(a, b)])
  }
}
