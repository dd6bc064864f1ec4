/// The forms of a document's names that were looked for, each once.
struct SoughtForms {
  /// A form in which a name may come back, and the number of the mention that it comes from.
  struct Form {
    let spelling: Spelling
    let kind: NameKind
    let decision: NameDecision
    let mention: Int
  }

  /// The numbers of the texts.
  private var texts = NumberTable()
  /// How many mentions gave their forms.
  private var count = 0

  /// The forms of the mentions that came since the last time and were not sought before.
  mutating func new(of mentions: [Mention], _ spellings: Spellings) -> [Form] {
    var forms: [Form] = []
    for number in count..<mentions.count where texts.add(mentions[number].name.spelling.number) {
      let (name, short, first) = (mentions[number].name, mentions[number].short, mentions[number].first)
      for form in name.forms(short)
      where form.spelling.number == name.spelling.number || texts.add(form.spelling.number) {
        forms.append(Form(spelling: form.spelling, kind: name.kind, decision: form.decision, mention: number))
      }
      if let first, texts.add(first.number) {
        forms.append(Form(spelling: first, kind: .person, decision: .givenNameAlone, mention: number))
      }
    }
    for number in count..<mentions.count {
      guard let acronym = mentions[number].acronym.map(spellings.spelling(of:)),
        texts.add(acronym.number)
      else { continue }
      forms.append(Form(spelling: acronym, kind: .organization, decision: .acronym, mention: number))
    }
    count = mentions.count
    return forms
  }
}
