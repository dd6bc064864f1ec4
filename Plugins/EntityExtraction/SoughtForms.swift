/// The forms of a document's names that were looked for, each once.
struct SoughtForms {
  /// A form in which a name may come back, and the number of the mention that it comes from.
  struct Form {
    let text: String
    let kind: NameKind
    let decision: NameDecision
    let mention: Int
  }

  private var texts: Set<String> = []

  /// The forms of `mentions` that were not sought before.
  mutating func new(of mentions: [Mention]) -> [Form] {
    var forms: [Form] = []
    for (number, mention) in mentions.enumerated() where texts.insert(mention.text).inserted {
      for form in ShortForms.of(mention) where form.text == mention.text || texts.insert(form.text).inserted {
        forms.append(Form(text: form.text, kind: mention.kind, decision: form.decision, mention: number))
      }
      if let first = mention.first, texts.insert(first).inserted {
        forms.append(Form(text: first, kind: .person, decision: .givenNameAlone, mention: number))
      }
    }
    for (number, mention) in mentions.enumerated() {
      guard let acronym = mention.acronym, texts.insert(acronym).inserted else { continue }
      forms.append(Form(text: acronym, kind: .organization, decision: .acronym, mention: number))
    }
    return forms
  }
}
