import PostilModuleKit
import PostilNames

/// The names of one document, while they are being found.
struct DocumentNames {
  let document: DocumentView
  private let learned: Learned
  private let leaders: LeaderTable
  private let reader: ChunkReader
  private var maker: MentionMaker
  private let dates: SpanSet
  private var taken: SpanSet
  private(set) var mentions: [Mention] = []
  private var proposals: [Mention] = []
  /// The numbers of the proposals, those first that are taken first.
  private var order: [Int] = []
  /// Where longer names of persons are still to be taken.
  private var pending: SpanSet
  /// The last words of full names of persons that are proposed, and the first where it is a surname alone.
  private var surnames: Set<String> = []
  /// Acronyms of what is no name.
  private let terms: TermAcronyms
  private var undecided: [UndecidedPart] = []
  private var definitions: [Definition] = []
  private var sought = SoughtForms()
  private var rejections: [(candidate: Int, reason: String)] = []

  init(_ document: DocumentView, _ learned: Learned, _ tables: NameTables) {
    self.document = document
    self.learned = learned
    leaders = tables.leaders
    var dates = SpanSet(count: document.utf8.count)
    for annotation in document.annotations where annotation.type == "timex" { dates.insert(annotation.span) }
    self.dates = dates
    reader = ChunkReader(document, learned, tables, dates: dates)
    maker = MentionMaker(document, reader.known, learned)
    terms = TermAcronyms(in: document, reader)
    taken = SpanSet(count: document.utf8.count)
    pending = SpanSet(count: document.utf8.count)
    takeGiven()
    if !isGiven { propose() }
  }

  /// Whether the names that the input brings are all there shall be.
  var isGiven: Bool { document.settings.string("given") == "only" && mentions.contains { $0.given != nil } }

  /// Takes the names that the input brings, also one within another, with what the lists know of them.
  private mutating func takeGiven() {
    let given = document.annotations.indices.filter { document.annotations[$0].provenance.module == nil }
    var listed: [Span: [Mention]] = [:]
    if !given.isEmpty {
      for index in document.candidates(ofType: "name", winnersOnly: false) {
        if let mention = maker.mention(of: index) { listed[mention.span, default: []].append(mention) }
      }
    }
    for index in given {
      let annotation = document.annotations[index]
      guard let kind = NameKind(rawValue: annotation.type), !annotation.span.isEmpty else { continue }
      let plain = maker.mention(annotation.span, kind, .sure, by: nil)
      var mention = listed[plain.span]?.first { $0.kind == kind && $0.canonical != nil } ?? plain
      mention.given = index
      mention.canonical = annotation.features["entity"]?.string ?? mention.canonical
      mention.role = annotation.features["role"]?.string ?? mention.role
      taken.insert(mention.span)
      mentions.append(mention)
    }
  }

  /// What the rules and the chunks offer.
  private mutating func propose() {
    for index in document.candidates(ofTypes: ["name", "identity"], winnersOnly: false) {
      guard let mention = maker.mention(of: index) else { continue }
      if mention.cause?.decision == .identity, !mention.name.spelling.hasSpace { continue }
      if dates.contains(mention.span) {
        rejections.append((index, "inside-a-date"))
      } else if terms.contains(mention.text) || reader.isNoName(mention) {
        rejections.append((index, "no-name"))
      } else {
        proposals.append(mention)
      }
    }
    for (town, contexts) in TownsOfPersons(proposals, reader).contexts {
      let (span, candidate) = (proposals[town].span, proposals[town].candidate)
      proposals[town] = maker.mention(span, .person, .supposed, by: .decision(.outvoted), candidate: candidate)
      proposals[town].evidence = contexts
    }
    let chunks = reader.read { maker.mention($0, $1, $2, by: $3, candidate: $4) }
    for mention in chunks.mentions where !dates.contains(mention.span) && !terms.contains(mention.text) {
      proposals.append(mention)
    }
    for proposal in proposals where proposal.kind == .person && proposal.certainty > .supposed {
      if proposal.name.spelling.hasSpace, let last = proposal.text.split(separator: " ").last {
        surnames.insert(String(last))
        if let first = maker.familyName(first: proposal.span) { surnames.insert(first) }
      }
    }
    undecided = chunks.undecided
    order = ProposalOrder.numbers(of: proposals, in: document)
    for number in order
    where proposals[number].certainty == .supposed && proposals[number].name.spelling.hasSpace {
      pending.insert(proposals[number].span)
    }
    for part in undecided where part.words > 1 && part.otherwise != nil { pending.insert(part.span) }
  }

  /// Takes the proposals of the given certainties where nothing stands yet.
  ///
  /// - Parameter singles: Whether to take single words of chunks; else all others.
  mutating func takeProposals(singles: Bool? = nil, where wanted: (Certainty) -> Bool) {
    if wanted(.supposed) { pending.removeAll() }
    for number in order
    where wanted(proposals[number].certainty) && (singles ?? isSingle(number)) == isSingle(number)
      && !insert(proposals[number])
    {
      if let candidate = proposals[number].candidate, document.candidates[candidate].type == "name" {
        rejections.append((candidate, document.isAmount(proposals[number].span) ? "no-name" : "overlapped"))
      }
    }
  }

  private func isSingle(_ proposal: Int) -> Bool {
    guard let index = proposals[proposal].candidate, !proposals[proposal].name.spelling.hasSpace else { return false }
    return isAlsoSurname(proposals[proposal])
      || document.candidates[index].type == "chunk" && proposals[proposal].certainty < .sure
      || pending.contains(proposals[proposal].span)
  }

  /// Whether a place by the list is the surname of a person whom the document names in full, or any surname behind a title, and
  /// nothing beside it speaks of a place.
  private func isAlsoSurname(_ mention: Mention) -> Bool {
    guard mention.kind == .location, mention.cause?.decision == .term else { return false }
    let isNamed = surnames.contains(mention.text)
    let isTitled =
      !isNamed && reader.known.title(before: mention.span.start) != nil
      && reader.known.traits(of: mention.span).contains(.surname)
    return (isNamed || isTitled) && reader.context(of: mention.span)?.kind != .location
  }

  @discardableResult private mutating func insert(_ mention: Mention) -> Bool {
    guard !mention.span.isEmpty, !taken.overlaps(mention.span), !document.isAmount(mention.span) else { return false }
    taken.insert(mention.span)
    mentions.append(mention)
    return true
  }

  /// Reads "Long Name (LN)" and gives the long name's entity its short form.
  mutating func takeDefinitions() {
    var standing: [Int: Int] = [:]
    let candidates = document.candidates(ofType: "definition")
    if candidates.isEmpty { return }
    for (number, mention) in mentions.enumerated() where mention.kind != .person { standing[mention.span.end] = number }
    for index in candidates {
      let candidate = document.candidates[index]
      guard let long = candidate.capture("long"), let short = candidate.capture("short"),
        !dates.contains(short), isGiven || !reader.isAlsoSmall(short)
      else { continue }
      guard
        let definition = Definition(
          long: long, short: short, candidate: index, in: document, standing: standing[long.end].map { mentions[$0] })
      else {
        rejections.append((index, "initials-differ"))
        continue
      }
      definitions.append(definition)
      if isGiven { continue }
      take(definition, short, standing: definition.isStanding ? standing[long.end] : nil)
    }
  }

  /// Takes the two names of a definition.
  ///
  /// - Parameter standing: The number of the long name's mention, where it stands already.
  private mutating func take(_ definition: Definition, _ short: Span, standing: Int?) {
    let kind = standing.map { mentions[$0].kind } ?? reader.kind(ofLong: definition.span)
    var model = standing
    if model == nil,
      insert(
        maker.mention(
          definition.span, kind, .sure, by: .decision(.definedName), candidate: definition.candidate))
    {
      model = mentions.count - 1
    }
    var mention = maker.mention(
      short, kind, .sure, by: .decision(definition.decision),
      candidate: definition.candidate)
    mention.model = model
    insert(mention)
  }

  /// Looks for the short forms and repetitions of the names that stand.
  mutating func propagate() {
    let forms = sought.new(of: mentions, learned.spellings)
    if forms.isEmpty { return }
    var found: [(span: Span, form: Int)] = []
    var doubtful: [(span: Span, form: Int)] = []
    var named: Set<Int> = []
    for (form, place) in document.find(forms.map(\.spelling.text)) where ShortForms.mayStand(place, in: document) {
      let span = NameText.trimmed(place, in: document.utf8)
      if taken.overlaps(span) || dates.contains(span) { continue }
      if forms[form].decision == .givenNameAlone, reader.isAlsoSmall(place) {
        if !isInside(place), reader.context(of: span)?.kind != .person {
          doubtful.append((span, form))
          continue
        }
        named.insert(form)
      }
      found.append((span, form))
    }
    // What is a name within a sentence is one at the beginning of another.
    found += doubtful.filter { named.contains($0.form) }
    found.sort { $0.span.count != $1.span.count ? $0.span.count > $1.span.count : $0.span.start < $1.span.start }
    for (span, number) in found where !taken.overlaps(span) {
      let form = forms[number]
      var mention = maker.mention(span, form.kind, .likely, by: .decision(form.decision))
      if !mention.name.spelling.hasSpace, pending.contains(span) { continue }
      mention.model = form.mention
      insert(mention)
    }
  }

  /// Whether `span` stands behind a small letter or a comma, so that its capital makes it a name.
  private func isInside(_ span: Span) -> Bool {
    guard span.start > 1, document.utf8[span.start - 1] == .space else { return false }
    let byte = document.utf8[span.start - 2]
    return byte == Byte.comma || byte.isASCIISmall
  }

  /// Takes the parts of chunks that stand in a list beside a name, as what that name is.
  mutating func takeLists() {
    let lists = NameLists(
      mentions: mentions, undecided: undecided.filter { !$0.isLoneHead }, document: document, reader)
    for (part, kind, neighbour) in lists.kinds() where !dates.contains(part.span) {
      var mention = maker.mention(part.span, kind, .likely, by: .decision(.listNeighbour), candidate: part.candidate)
      mention.model = neighbour
      insert(mention)
    }
  }

  /// Takes words for organizations that stand for a longer name before them: the Court.
  mutating func takeLoneHeads() {
    let heads = LoneHeads(undecided.filter(\.isLoneHead), mentions, in: document)
    for (part, name) in heads.ofNames {
      var mention = maker.mention(
        part.span, .organization, .likely, by: .decision(.headOfName), candidate: part.candidate)
      mention.canonical = mentions[name].canonical ?? mentions[name].text
      mention.model = name
      insert(mention)
    }
  }

  /// Takes the parts of chunks of which only the form is known.
  mutating func takeUndecided() {
    let parts = undecided.filter { !$0.isLoneHead && !dates.contains($0.span) }
    var places: [String: Int] = [:]
    for part in parts where part.otherwise?.outcome == .ifRepeated { places[document.text(part.span), default: 0] += 1 }
    for part in parts {
      guard let row = part.otherwise else { continue }
      if row.outcome == .ifRepeated, places[document.text(part.span), default: 0] < 2 { continue }
      insert(maker.mention(part.span, row.kind, .supposed, by: .row(row), candidate: part.candidate))
    }
  }

  /// The annotations, by place.
  func analysis() -> Analysis {
    var analysis = Analysis()
    let places = self.mentions.indices.map { (span: self.mentions[$0].span, number: $0) }
    let order = places.sorted { $0.span < $1.span }.map(\.number)
    var offices = OfficeReader(document, maker.known, order.map { self.mentions[$0] }, learned)
    offices.read()
    offices.readLeaders(leaders)
    let mentions = offices.mentions
    let linking = Linking(rawValue: document.settings.string("linking")) ?? .usual
    var register = EntityRegister(learned.spellings, linking)
    let entities = register.enter(mentions, definitions)
    let names = EntityNames(register.entities, of: mentions, entities, in: document, learned)
    let features = names.features()
    let provenance = NameProvenance(document, maker.known, names, of: mentions, order)
    for place in mentions.indices {
      if let given = mentions[place].given {
        let known = document.annotations[given].features
        for entry in features[place] where known[entry.name] == nil {
          analysis.refine(given, entry.name, entry.value)
        }
        continue
      }
      analysis.annotations.append(
        NewAnnotation(
          type: mentions[place].name.kind.rawValue, span: mentions[place].span, features: features[place],
          candidates: provenance.candidates(at: place), annotations: provenance.annotations(at: place),
          decision: mentions[place].cause?.id))
    }
    for rejection in rejections { analysis.reject(rejection.candidate, rejection.reason) }
    return analysis
  }
}
