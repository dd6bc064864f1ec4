import PostilModuleKit

/// A place in the text that names something.
struct Mention {
  let span: Span
  let kind: NameKind
  let text: String
  /// The text folded, by which spellings are compared.
  let key: String
  /// The text as a person's name; nil for other kinds.
  let person: PersonName?
  let certainty: Certainty
  let candidate: Int?
  var canonical: String?
  var acronym: String?
  var role: String?
  var short: String?
  var national: String?

  init(span: Span, kind: NameKind, text: String, certainty: Certainty, candidate: Int? = nil) {
    self.span = span
    self.kind = kind
    self.text = text
    key = NameText.fold(text)
    person = kind == .person ? PersonName(text) : nil
    self.certainty = certainty
    self.candidate = candidate
  }

  /// The mention that candidate number `index` of the document proposes.
  init?(candidate index: Int, of document: DocumentView) {
    let candidate = document.candidates[index]
    guard let kind = NameKind(rawValue: candidate.features["kind"]?.string ?? "") else { return nil }
    let span = NameText.trimmed(candidate.span, in: document.utf8)
    guard !span.isEmpty else { return nil }
    self.init(
      span: span, kind: kind, text: NameText.clean(document.text(span)),
      certainty: Certainty(name: candidate.features["certainty"]?.string), candidate: index)
    canonical = candidate.features["canonical"]?.string
    acronym = candidate.features["acronym"]?.string
    role = candidate.features["role"]?.string
    short = candidate.features["short"]?.string
    national = candidate.features["national"]?.string
  }
}

/// Mentions that do not overlap, by start.
struct MentionList {
  private(set) var mentions: [Mention] = []

  /// Whether nothing that is already there overlaps `span`.
  func isFree(_ span: Span) -> Bool {
    let next = position(of: span.start)
    if next < mentions.count, mentions[next].span.overlaps(span) { return false }
    return next == 0 || !mentions[next - 1].span.overlaps(span)
  }

  /// Adds a mention if its place is free.
  mutating func insert(_ mention: Mention) -> Bool {
    guard isFree(mention.span) else { return false }
    mentions.insert(mention, at: position(of: mention.span.start))
    return true
  }

  /// The first mention that starts at `offset` or later.
  private func position(of offset: Int) -> Int { mentions.partitioningIndex { $0.span.start >= offset } }
}
