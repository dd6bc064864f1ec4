import PostilModuleKit
import PostilNames

/// A place in the text that names something.
struct Mention {
  /// A mention tells so many places of other words that speak for it, so that a word that comes back thousands of times
  /// takes linear time.
  static let mostWitnesses = 16

  let span: Span
  let name: Name
  let certainty: Certainty
  let candidate: Int?
  /// By what it became a name; nil for one that the input brings.
  var decision: NameDecision?
  /// The candidates beside its own that told its kind, office or country; what told the kind comes first.
  var evidence: [Int] = []
  /// The mentions that it repeats or takes its kind from, in the order in which mentions were taken.
  var models: [Int] = []
  /// The annotation of the input that it stands for.
  var given: Int?
  var canonical: String?
  var acronym: String?
  /// The office or rank that the words beside it tell, else that of a list.
  var role: String?
  /// The country that it is, lies in, belongs to or serves.
  var country: String?
  /// The body that a person works for, as a list names it.
  var organization: String?
  /// The same, by the place of the body's mention.
  var employer: Int?
  var short: String?
  /// The given name, or the family name where it comes first, by which the person may be called.
  var first: String?
  var national: String?

  var kind: NameKind { name.kind }
  var text: String { name.text }

  /// Whether it is one word of a person's name.
  var isShort: Bool { name.person.map { $0.parts.count < 2 } ?? false }
}

/// A spelling of a name; many mentions share one.
struct Name {
  let kind: NameKind
  let text: String
  /// The text folded, by which spellings are compared.
  let key: String
  /// The text as a person's name; nil for other kinds.
  let person: PersonName?

  /// - Parameter plain: The text without what an organization or place may leave out.
  init(_ text: String, _ kind: NameKind, plain: String) {
    self.kind = kind
    self.text = text
    key = kind == .organization ? BodyName.key(plain) : NameText.fold(plain)
    person = kind == .person ? PersonName(text) : nil
  }
}

/// Makes mentions, and each spelling's forms once.
struct MentionMaker {
  private struct Spelling: Hashable {
    let text: String
    let kind: NameKind
  }

  let document: DocumentView
  let known: KnownWords
  private var names: [Spelling: Name] = [:]

  init(_ document: DocumentView, _ known: KnownWords) {
    self.document = document
    self.known = known
  }

  /// The mention at `span`.
  mutating func mention(
    _ span: Span, _ kind: NameKind, _ certainty: Certainty, by decision: NameDecision?, candidate: Int? = nil
  ) -> Mention {
    let span = NameText.trimmed(span, in: document.utf8)
    let spelling = Spelling(text: document.text(span), kind: kind)
    let name = names[spelling] ?? Name(NameText.clean(spelling.text), kind, plain: plain(span, kind))
    names[spelling] = name
    var mention = Mention(span: span, name: name, certainty: certainty, candidate: candidate, decision: decision)
    if kind == .organization { mention.short = short(span) }
    if kind == .person, certainty > .supposed { mention.first = first(span) }
    return mention
  }

  /// `Torvex` of `Torvex Mining`: a first word of which nothing is known.
  private func short(_ span: Span) -> String? {
    guard let space = document.utf8[span.start..<span.end].firstIndex(of: .space), space - span.start > 3 else {
      return nil
    }
    let first = Span(start: span.start, end: space)
    guard known.traits(of: first).isEmpty, known.traits(of: Span(start: space + 1, end: span.end)).isHeadOrWord
    else {
      return nil
    }
    let text = NameText.clean(document.text(first))
    return text.first?.isUppercase ?? false && !NameText.isAllCapitals(text) ? text : nil
  }

  /// `Maria` of `Maria Kostrel`, `Kim` of `Kim Dae-ho`.
  private func first(_ span: Span) -> String? {
    guard let space = document.utf8[span.start..<span.end].firstIndex(of: .space) else { return nil }
    let first = Span(start: span.start, end: space)
    let traits = known.traits(of: first)
    guard !traits.isDisjoint(with: [.given, .surname]),
      traits.isDisjoint(with: [.title, .function, .particle, .demonym])
    else { return nil }
    return NameText.clean(document.text(first))
  }

  /// The name without the form of a company at its end, or the article of a place at its beginning.
  private func plain(_ span: Span, _ kind: NameKind) -> String {
    let text = NameText.clean(document.text(span))
    switch kind {
    case .organization:
      guard let space = document.utf8[span.start..<span.end].lastIndex(of: .space), space > span.start,
        known.traits(of: Span(start: space + 1, end: span.end)).contains(.company)
      else { return text }
      return NameText.clean(document.text(Span(start: span.start, end: space)))
    case .location: return PersonName(text).parts.joined(separator: " ")
    default: return text
    }
  }

  /// The mention that candidate number `index` of the document proposes.
  mutating func mention(of index: Int) -> Mention? {
    let candidate = document.candidates[index]
    guard let kind = NameKind(rawValue: candidate.features["kind"]?.string ?? ""), !candidate.span.isEmpty else {
      return nil
    }
    let decision: NameDecision =
      candidate.type == "identity" ? .identity : candidate.origin.isTerm ? .term : .pattern
    var mention = mention(
      candidate.span, kind, Certainty(name: candidate.features["certainty"]?.string), by: decision, candidate: index)
    mention.canonical = candidate.features["canonical"]?.string
    mention.acronym = candidate.features["acronym"]?.string
    mention.country = candidate.features["country"]?.string
    if let tenure = Tenure(candidate.features) {
      mention.role = tenure.role(on: document.date?.value)
    } else {
      mention.role = candidate.features["role"]?.string
    }
    mention.organization = candidate.features["organization"]?.string
    mention.short = candidate.features["short"]?.string ?? mention.short
    mention.national = candidate.features["national"]?.string
    return mention
  }
}
