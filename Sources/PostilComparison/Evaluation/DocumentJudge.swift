import PostilJSON
import PostilModel
import PostilRecords

/// Judges the annotations of one document.
struct DocumentJudge {
  /// Features that are offsets, or that say something about the gold itself.
  private static let left: Set<String> = ["optional", "altTypes", "speech", "evidence", "parts"]

  let id: String
  let text: [Unicode.Scalar]?
  let gold: [ReportRecord.Item]
  let optional: [ReportRecord.Item]
  let system: [ReportRecord.Item]
  private let values: (gold: ReferenceText, system: ReferenceText)
  private(set) var scores: [String: Evaluation.TypeScores] = [:]
  private(set) var confusions: [String: [String: [String: Int]]] = [:]
  private(set) var faults: [Evaluation.Fault] = []

  /// - Parameter values: What the references of both sides point to, among all annotations of the document.
  init(
    id: String, text: [Unicode.Scalar]?, gold: [ReportRecord.Item], optional: [ReportRecord.Item],
    system: [ReportRecord.Item], values: (gold: ReferenceText, system: ReferenceText)
  ) {
    self.id = id
    self.text = text
    self.gold = gold
    self.optional = optional
    self.system = system
    self.values = values
  }

  /// - Parameter names: The types whose spans are trimmed.
  mutating func judge(trimming names: Set<String>) {
    let wanted = mentions(gold, names)
    let spare = mentions(optional, names)
    let found = zip(mentions(system, names), system).map { mention, item in accepted(mention, wanted) }
    let strict = AnnotationPairing.pairs(wanted, found, strict: true, typed: true)
    let lenient = AnnotationPairing.pairs(wanted, found, strict: false, typed: true)
    count(wanted, found, spare, strict) { $0.strict = $0.strict + $1 }
    count(wanted, found, spare, lenient) { $0.lenient = $0.lenient + $1 }
    for pair in lenient { compare(gold[pair.left], system[pair.right]) }
    countFeatures(lenient, found, wanted, spare)
    tell(wanted, found, spare, Set(strict.map(\.left)), lenient)
  }

  private func mentions(_ items: [ReportRecord.Item], _ names: Set<String>) -> [AnnotationPairing.Mention] {
    items.map { item in
      let span =
        names.contains(item.type) ? text.map { NameTrimmer.trimmed($0, item.start, item.end) } : nil
      return AnnotationPairing.Mention(
        start: span?.lowerBound ?? item.start, end: span?.upperBound ?? item.end, type: item.type)
    }
  }

  /// The mention with the gold's type where the gold allows the one that was found.
  private func accepted(
    _ mention: AnnotationPairing.Mention, _ wanted: [AnnotationPairing.Mention]
  ) -> AnnotationPairing.Mention {
    for (index, want) in wanted.enumerated() where want.start == mention.start && want.end == mention.end {
      let others = (gold[index]["altTypes"]?.array ?? []).compactMap(\.string)
      if others.contains(mention.type) {
        return AnnotationPairing.Mention(start: mention.start, end: mention.end, type: want.type)
      }
    }
    return mention
  }

  private static func touches(_ a: AnnotationPairing.Mention, _ others: [AnnotationPairing.Mention]) -> Bool {
    others.contains { a.start < $0.end && $0.start < a.end }
  }

  /// Whether an unpaired annotation is wrong: not when it only touches an optional one.
  private static func counts(
    _ mention: AnnotationPairing.Mention, _ wanted: [AnnotationPairing.Mention], _ spare: [AnnotationPairing.Mention]
  ) -> Bool { touches(mention, wanted) || !touches(mention, spare) }

  private mutating func count(
    _ wanted: [AnnotationPairing.Mention], _ found: [AnnotationPairing.Mention], _ spare: [AnnotationPairing.Mention],
    _ pairs: [(left: Int, right: Int)], _ add: (inout Evaluation.TypeScores, Evaluation.Score) -> Void
  ) {
    let paired = Set(pairs.map(\.right))
    var sums: [String: Evaluation.Score] = [:]
    for mention in wanted { sums[mention.type, default: Evaluation.Score()].gold += 1 }
    for pair in pairs { sums[wanted[pair.left].type, default: Evaluation.Score()].right += 1 }
    for (index, mention) in found.enumerated() where paired.contains(index) || Self.counts(mention, wanted, spare) {
      sums[mention.type, default: Evaluation.Score()].system += 1
    }
    for (type, sum) in sums { add(&scores[type, default: Evaluation.TypeScores(type: type)], sum) }
  }

  private static func features(_ item: ReportRecord.Item) -> [JSONValue.Member] {
    let names = Set(item.features.map(\.name))
    return item.features.filter { member in
      let isEnd = FeatureKind.span(endingIn: member.name).map(names.contains) ?? false
      return !isEnd && !left.contains(member.name) && member.value != .null
    }
  }

  private mutating func countFeatures(
    _ pairs: [(left: Int, right: Int)], _ found: [AnnotationPairing.Mention], _ wanted: [AnnotationPairing.Mention],
    _ spare: [AnnotationPairing.Mention]
  ) {
    let paired = Set(pairs.map(\.right))
    for item in gold {
      for feature in Self.features(item) {
        scores[item.type, default: Evaluation.TypeScores(type: item.type)].features[feature.name, default: .init()]
          .gold += 1
      }
    }
    for (index, item) in system.enumerated() where paired.contains(index) || Self.counts(found[index], wanted, spare) {
      for feature in Self.features(item) {
        scores[found[index].type, default: Evaluation.TypeScores(type: item.type)]
          .features[feature.name, default: .init()].system += 1
      }
    }
  }

  private mutating func compare(_ want: ReportRecord.Item, _ got: ReportRecord.Item) {
    for feature in Self.features(want) {
      let name = feature.name
      let right = values.gold.text(of: name, in: want, beside: got)
      let value = values.system.text(of: name, in: got, beside: want)
      confusions["\(want.type).\(name)", default: [:]][right, default: [:]][
        value.isEmpty ? "–" : value, default: 0] += 1
      if right == value {
        scores[want.type, default: Evaluation.TypeScores(type: want.type)].features[name, default: .init()].right += 1
      } else {
        faults.append(fault(.feature, want, got, feature: .init(name: name, wanted: right, found: value)))
      }
    }
  }

  /// Lists what is wrong, and which types stand for which.
  private mutating func tell(
    _ wanted: [AnnotationPairing.Mention], _ found: [AnnotationPairing.Mention], _ spare: [AnnotationPairing.Mention],
    _ strict: Set<Int>, _ lenient: [(left: Int, right: Int)]
  ) {
    for pair in lenient {
      let type = wanted[pair.left].type
      confusions["type", default: [:]][type, default: [:]][type, default: 0] += 1
      let same = wanted[pair.left].start == found[pair.right].start && wanted[pair.left].end == found[pair.right].end
      if !same { faults.append(fault(.boundary, gold[pair.left], system[pair.right])) }
    }
    let (left, right) = (Set(lenient.map(\.left)), Set(lenient.map(\.right)))
    let openGold = wanted.indices.filter { !left.contains($0) }
    let openSystem = found.indices.filter { !right.contains($0) && Self.counts(found[$0], wanted, spare) }
    let crossed = AnnotationPairing.pairs(
      openGold.map { wanted[$0] }, openSystem.map { found[$0] }, strict: false, typed: false
    ).map { (left: openGold[$0.left], right: openSystem[$0.right]) }
    for pair in crossed {
      confusions["type", default: [:]][wanted[pair.left].type, default: [:]][found[pair.right].type, default: 0] += 1
      faults.append(fault(.type, gold[pair.left], system[pair.right]))
    }
    for index in openGold where !crossed.contains(where: { $0.left == index }) {
      confusions["type", default: [:]][wanted[index].type, default: [:]]["–", default: 0] += 1
      faults.append(fault(.missing, gold[index], nil))
    }
    for index in openSystem where !crossed.contains(where: { $0.right == index }) {
      confusions["type", default: [:]]["–", default: [:]][found[index].type, default: 0] += 1
      faults.append(fault(.spurious, nil, system[index]))
    }
    faults.sort { ($0.gold ?? $0.system)?.start ?? 0 < ($1.gold ?? $1.system)?.start ?? 0 }
  }

  private func fault(
    _ kind: Evaluation.Fault.Kind, _ want: ReportRecord.Item?, _ got: ReportRecord.Item?,
    feature: Evaluation.Fault.Feature? = nil
  ) -> Evaluation.Fault {
    let item = want ?? got
    return Evaluation.Fault(
      kind: kind, document: id, gold: want, system: got, feature: feature,
      context: TextContext(text, start: item?.start ?? 0, end: item?.end ?? 0, words: item?.text ?? ""))
  }
}
