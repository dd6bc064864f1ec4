import PostilModuleKit

/// The names of one document, while they are being found.
struct DocumentNames {
  let document: DocumentView
  private let dates: [Span]
  private var list = MentionList()
  private var register = EntityRegister()
  private var rejections: [(candidate: Int, reason: String)] = []

  init(_ document: DocumentView) {
    self.document = document
    dates = document.annotations(ofType: "timex").map { document.annotations[$0].span }
  }

  /// Takes the candidates of the given certainties, the longest first, where nothing stands yet.
  mutating func takeCandidates(where wanted: (Certainty) -> Bool) {
    var proposals: [(mention: Mention, rank: Int)] = []
    for (index, candidate) in document.candidates.enumerated() where candidate.type == "name" {
      guard let mention = Mention(candidate: index, of: document), wanted(mention.certainty) else { continue }
      if dates.contains(where: { $0.contains(mention.span) }) {
        rejections.append((index, "inside-a-date"))
      } else {
        proposals.append((mention, candidate.rank))
      }
    }
    proposals.sort { left, right in
      if left.mention.span.count != right.mention.span.count {
        return left.mention.span.count > right.mention.span.count
      }
      if left.mention.certainty != right.mention.certainty { return left.mention.certainty > right.mention.certainty }
      return left.rank < right.rank
    }
    var taken: [Mention] = []
    for (mention, _) in proposals {
      if list.insert(mention) {
        taken.append(mention)
      } else if let candidate = mention.candidate {
        rejections.append((candidate, "overlapped"))
      }
    }
    taken.sort { $0.span < $1.span }
    for mention in taken where !isShort(mention) { _ = register.enter(mention) }
    for mention in taken where isShort(mention) { _ = register.enter(mention) }
  }

  private func isShort(_ mention: Mention) -> Bool {
    mention.person.map { $0.parts.count < 2 } ?? false
  }

  /// Reads "Long Name (LN)" and gives the long name's entity its short form.
  mutating func takeDefinitions() {
    for index in document.candidates(ofType: "definition") {
      let candidate = document.candidates[index]
      guard let long = candidate.capture("long"), let short = candidate.capture("short") else { continue }
      guard let definition = Definition(long: long, short: short, in: document, names: list.mentions) else {
        rejections.append((index, "initials-differ"))
        continue
      }
      var mention =
        definition.mention
        ?? Mention(
          span: definition.span, kind: .organization, text: NameText.clean(document.text(definition.span)),
          certainty: .sure, candidate: index)
      if definition.isAcronym { mention.acronym = definition.shortText }
      _ = list.insert(mention)
      let entity = register.enter(mention)
      register.add(key: definition.shortText, acronym: mention.acronym, to: entity)
      let shortMention = Mention(
        span: short, kind: mention.kind, text: definition.shortText, certainty: .sure, candidate: index)
      _ = list.insert(shortMention)
    }
  }

  /// Looks for the short forms and repetitions of the names that are sure.
  mutating func propagate() {
    var forms: [(text: String, kind: NameKind)] = []
    var seen: Set<String> = []
    for mention in list.mentions {
      for form in ShortForms.of(mention) where seen.insert(form).inserted { forms.append((form, mention.kind)) }
    }
    for entity in register.entities {
      if let acronym = entity.acronym, seen.insert(acronym).inserted { forms.append((acronym, entity.kind)) }
    }
    var found: [Mention] = []
    for (name, span) in document.find(forms.map(\.text)) where !dates.contains(where: { $0.contains(span) }) {
      let (text, kind) = forms[name]
      found.append(Mention(span: span, kind: kind, text: text, certainty: .likely))
    }
    found.sort { $0.span.count != $1.span.count ? $0.span.count > $1.span.count : $0.span.start < $1.span.start }
    for mention in found where ShortForms.mayStand(mention.span, in: document) { _ = list.insert(mention) }
  }

  /// The annotations, by place.
  func analysis() -> Analysis {
    var analysis = Analysis()
    var register = register
    let nation = Nation(of: document)
    for mention in list.mentions where !isShort(mention) { _ = register.enter(mention) }
    for mention in list.mentions {
      let index = register.enter(mention)
      let entity = register.entities[index]
      var name = entity.canonical
      if let way = mention.national, let nation { name = nation.complete(name, way) }
      var features: Features = ["entity": .string(name)]
      if mention.kind == .person, let role = entity.role { features["role"] = .string(role) }
      if let acronym = entity.acronym { features["acronym"] = .string(acronym) }
      analysis.annotations.append(
        NewAnnotation(
          type: mention.kind.rawValue, span: mention.span, features: features,
          candidates: mention.candidate.map { [$0] } ?? []))
    }
    for rejection in rejections { analysis.reject(rejection.candidate, rejection.reason) }
    return analysis
  }
}
