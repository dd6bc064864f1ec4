import PostilJSON
import PostilModel
import PostilRecords

/// What differs between the annotations of two reports on the same documents.
public struct ReportDiff: Sendable {
  /// What became of an annotation.
  public enum Kind: String, CaseIterable, Sendable {
    /// Only the second report has it.
    case added
    /// Only the first report has it.
    case removed
    /// Type and some of the words are the same, the span is not.
    case moved
    /// The span is the same, the type, a feature or the rule is not.
    case changed
  }

  /// One difference.
  public struct Change: Sendable {
    /// What became of it.
    public let kind: Kind
    /// The document.
    public let document: String
    /// In the first report; nil for ``Kind/added``.
    public let old: ReportRecord.Item?
    /// In the second report; nil for ``Kind/removed``.
    public let new: ReportRecord.Item?
    /// What changed: `type`, `rule`, names of features.
    public let details: [Detail]
    let context: TextContext

    /// The annotation to name it by.
    var item: ReportRecord.Item? { new ?? old }
  }

  /// A thing that changed, with its values.
  public struct Detail: Hashable, Sendable {
    /// `type`, `rule` or a feature.
    public let name: String
    /// The first report's value; empty when absent.
    public let old: String
    /// The second report's value; empty when absent.
    public let new: String
  }

  /// In the order of the first report's documents, then of the text.
  public let changes: [Change]
  /// Documents that only the first report has.
  public let onlyOld: [String]
  /// Documents that only the second report has.
  public let onlyNew: [String]
  /// Documents whose text is not the same; their annotations are not compared.
  public let otherText: [String]
  /// Annotations that are the same in both.
  public let unchanged: Int

  /// How many annotations of the first report were compared.
  public var before: Int { unchanged + changes.count { $0.old != nil } }

  /// Whether both reports are on the same documents with the same texts.
  public var isOfSameDocuments: Bool { onlyOld.isEmpty && onlyNew.isEmpty && otherText.isEmpty }

  /// Whether there is any difference.
  public var isEmpty: Bool { changes.isEmpty && isOfSameDocuments }

  /// Compares two reports document by document.
  public init(old: [ReportRecord], new: [ReportRecord]) {
    let theirs = Dictionary(new.map { ($0.key, $0) }) { first, _ in first }
    let mine = Set(old.map(\.key))
    var (changes, others, unchanged): ([Change], [String], Int) = ([], [], 0)
    for record in old {
      guard let other = theirs[record.key] else { continue }
      if let a = record.text, let b = other.text, a != b {
        others.append(record.key)
        continue
      }
      let differ = DocumentDiff(old: record, new: other)
      changes += differ.changes
      unchanged += differ.unchanged
    }
    self.changes = changes
    self.unchanged = unchanged
    otherText = others
    onlyOld = old.map(\.key).filter { theirs[$0] == nil }
    onlyNew = new.map(\.key).filter { !mine.contains($0) }
  }
}

/// The differences of one document.
struct DocumentDiff {
  private(set) var changes: [ReportDiff.Change] = []
  private(set) var unchanged = 0
  private let record: ReportRecord
  private let text: [Unicode.Scalar]?
  private let oldValues: ReferenceText
  private let newValues: ReferenceText

  init(old: ReportRecord, new: ReportRecord) {
    record = old
    oldValues = ReferenceText(old.items)
    newValues = ReferenceText(new.items)
    text = (old.text ?? new.text).map { Array($0.unicodeScalars) }
    var (left, right) = (old.items, new.items)
    pair(&left, &right, strict: true, typed: true)
    pair(&left, &right, strict: true, typed: false)
    pair(&left, &right, strict: false, typed: true)
    changes += left.map { change(.removed, $0, nil) } + right.map { change(.added, nil, $0) }
    changes.sort { ($0.item?.start ?? 0, $0.item?.end ?? 0) < ($1.item?.start ?? 0, $1.item?.end ?? 0) }
  }

  private static func mentions(_ items: [ReportRecord.Item]) -> [AnnotationPairing.Mention] {
    items.map { AnnotationPairing.Mention(start: $0.start, end: $0.end, type: $0.type) }
  }

  /// Takes the pairs out of both lists and notes how they differ.
  private mutating func pair(
    _ left: inout [ReportRecord.Item], _ right: inout [ReportRecord.Item], strict: Bool, typed: Bool
  ) {
    let pairs = AnnotationPairing.pairs(Self.mentions(left), Self.mentions(right), strict: strict, typed: typed)
    for pair in pairs {
      let (a, b) = (left[pair.left], right[pair.right])
      let details = details(a, b)
      if strict, details.isEmpty {
        unchanged += 1
      } else {
        changes.append(change(strict ? .changed : .moved, a, b, details))
      }
    }
    let (usedLeft, usedRight) = (Set(pairs.map(\.left)), Set(pairs.map(\.right)))
    left = left.indices.filter { !usedLeft.contains($0) }.map { left[$0] }
    right = right.indices.filter { !usedRight.contains($0) }.map { right[$0] }
  }

  private func change(
    _ kind: ReportDiff.Kind, _ old: ReportRecord.Item?, _ new: ReportRecord.Item?, _ details: [ReportDiff.Detail] = []
  ) -> ReportDiff.Change {
    let item = new ?? old
    return ReportDiff.Change(
      kind: kind, document: record.key, old: old, new: new, details: details,
      context: TextContext(text, start: item?.start ?? 0, end: item?.end ?? 0, words: item?.text ?? ""))
  }

  private func details(_ a: ReportRecord.Item, _ b: ReportRecord.Item) -> [ReportDiff.Detail] {
    var names = a.features.map(\.name)
    names += b.features.map(\.name).filter { !names.contains($0) }
    var details: [ReportDiff.Detail] = []
    func note(_ name: String, _ old: String, _ new: String) {
      if old != new { details.append(ReportDiff.Detail(name: name, old: old, new: new)) }
    }
    note("type", a.type, b.type)
    for name in names {
      note(name, oldValues.text(of: name, in: a, beside: b), newValues.text(of: name, in: b, beside: a))
    }
    note("rule", a.rule ?? "", b.rule ?? "")
    return details
  }
}
