import PostilModuleKit
import PostilNames

/// Reads off the words beside names which office a person holds, in which body and for which country, and which country a
/// body belongs to: "Iraqi Prime Minister NAME", "NAME, spokesman for the Korr Water Authority,".
struct OfficeReader {
  /// The farthest that an office stands behind a name, in bytes.
  private static let reach = 60

  let document: DocumentView
  let known: KnownWords
  /// By place.
  var mentions: [Mention]
  /// The candidates of names and nationalities that mean a country, by where these end and begin.
  private let countryByEnd: OffsetTable
  private let countryByStart: OffsetTable
  private let bodyByEnd: OffsetTable
  private let bodyByStart: OffsetTable
  private let personByStart: OffsetTable
  /// The words that say that an office is over, by their end.
  private let tenureByEnd: OffsetTable
  private let learned: Learned

  init(_ document: DocumentView, _ known: KnownWords, _ mentions: [Mention], _ learned: Learned) {
    self.document = document
    self.known = known
    self.mentions = mentions
    self.learned = learned
    let countries = document.candidates(ofTypes: Nation.types, winnersOnly: false).compactMap { index in
      let candidate = document.candidates[index]
      return Self.isCountry(candidate, learned) ? (span: candidate.span, index: index) : nil
    }
    countryByEnd = OffsetTable(countries.map { ($0.span.end, $0.index) })
    countryByStart = OffsetTable(countries.map { ($0.span.start, $0.index) })
    tenureByEnd = OffsetTable(
      document.candidates(ofType: "tenure").map { (document.candidates[$0].span.end, $0) })
    let bodies = mentions.indices.filter { mentions[$0].kind == .organization }
    bodyByEnd = OffsetTable(bodies.map { (mentions[$0].span.end, $0) })
    bodyByStart = OffsetTable(bodies.map { (mentions[$0].span.start, $0) })
    personByStart = OffsetTable(
      mentions.indices.filter { mentions[$0].kind == .person }.map { (mentions[$0].span.start, $0) })
  }

  private static func isCountry(_ candidate: CandidateView, _ learned: Learned) -> Bool {
    let facts = learned.facts(of: candidate.origin)
    guard let country = facts.country else { return false }
    return candidate.type == "demonym" || facts.canonical == country
  }

  /// Gives the mentions what stands beside them.
  mutating func read() {
    for place in mentions.indices {
      switch mentions[place].name.kind {
      case .person: readPerson(place)
      case .organization: readBody(place)
      default: continue
      }
    }
  }

  private mutating func readBody(_ place: Int) {
    mentions[place].plain = plain(mentions[place].span)
    guard mentions[place].country == nil, let country = country(of: mentions[place].span) else { return }
    take(country: country, place)
  }

  /// A body's name without the country at its beginning, where several words are left.
  private func plain(_ body: Span) -> Spelling? {
    guard let country = countryByStart[body.start] else { return nil }
    let rest = Span(start: min(document.candidates[country].span.end + 1, body.end), end: body.end)
    guard document.utf8[rest.start..<rest.end].contains(.space) else { return nil }
    return learned.spellings.clean(learned.spellings.spelling(at: rest, in: document.utf8))
  }

  /// The candidate of the country that stands in a body's name or before it.
  private func country(of body: Span) -> Int? {
    countryByStart.first(in: body.start..<body.end) ?? before(body.start, in: countryByEnd)
  }

  private func name(ofCountry index: Int) -> String? { learned.facts(of: document.candidates[index].origin).country }

  private mutating func take(country index: Int, _ place: Int) {
    mentions[place].country = name(ofCountry: index)
    mentions[place].evidence.append(index)
  }

  private mutating func readPerson(_ place: Int) {
    let span = mentions[place].span
    readTraits(place)
    let role = mentions[place].role
    if let first = known.title(before: span.start) {
      take(titlesUp(to: first), place)
      // "Gen. NAME, commander of the Fifth Brigade"
      if mentions[place].employer == nil, mentions[place].country == nil, let title = titleBehind(span) {
        mentions[place].evidence.append(title)
        takePlace(of: document.candidates[title].span, place)
      }
    } else if let title = titleOfCountry(before: span.start) ?? titleBehind(span) {
      take([title], place)
    }
    // "Former president" says more than "president".
    if let role, let other = mentions[place].role, role != other, role.hasSuffix(" \(other)") {
      mentions[place].role = role
    }
  }

  /// The titles that stand side by side up to number `last`, the nearest to the name first.
  func titlesUp(to last: Int) -> [Int] {
    var titles = [last]
    while let next = known.title(before: document.candidates[titles[titles.count - 1]].span.start) {
      titles.append(next)
    }
    return titles
  }

  private mutating func take(_ titles: [Int], _ place: Int) {
    guard let first = titles.last.map({ document.candidates[$0].span.start }) else { return }
    let end = document.candidates[titles[0]].span.end
    let held = titles.compactMap { title in
      document.candidates[title].features["role"]?.string.map { (title: title, role: $0) }
    }.first
    if let held {
      let over = tenure(before: first)
      let word = over.flatMap { document.candidates[$0].features["word"]?.string }
      mentions[place].role = word.map { "\($0) \(held.role)" } ?? held.role
      mentions[place].evidence += [held.title] + (over.map { [$0] } ?? [])
    }
    takePlace(of: Span(start: first, end: end), place)
  }

  /// The word that says that an office is over: right before it, or before the country or body that stands before it.
  private func tenure(before office: Int) -> Int? {
    if office > 0, let found = tenureByEnd[office - 1] { return found }
    let country = before(office, in: countryByEnd).map { document.candidates[$0].span.start }
    let owner = country ?? before(office, in: bodyByEnd).map { mentions[$0].span.start }
    return owner.flatMap { $0 > 0 ? tenureByEnd[$0 - 1] : nil }
  }

  /// Takes the country and the body that stand right before or behind an office.
  ///
  /// - Parameter isBefore: Whether they must stand before it.
  mutating func takePlace(of office: Span, _ place: Int, isBefore: Bool = false) {
    let (first, end) = (office.start, office.end)
    if let country = before(first, in: countryByEnd) ?? (isBefore ? nil : behind(end, in: countryByStart)) {
      take(country: country, place)
    }
    guard let body = before(first, in: bodyByEnd) ?? (isBefore ? nil : behind(end, in: bodyByStart)) else { return }
    mentions[place].employer = body
    if mentions[place].country == nil {
      mentions[place].country = mentions[body].country ?? country(of: mentions[body].span).flatMap(name(ofCountry:))
    }
  }

  /// "President of Korr, NAME": the title, where only a country or body stands between it and the name.
  private func titleOfCountry(before start: Int) -> Int? {
    for gap in [1, 2] where start > gap && document.utf8[start - 1] == .space {
      if gap == 2, document.utf8[start - 2] != Byte.comma { continue }
      var place = start - gap
      if let body = bodyByEnd[place] {
        place = mentions[body].span.start
      } else if countryByEnd[place] == nil {
        continue
      }
      // The title ends where the joint before the country begins.
      while place > 0, document.utf8[place - 1] != .space { place -= 1 }
      for end in stride(from: place - 1, to: max(0, place - 10), by: -1) {
        if let title = known.title(before: end + 1), isJoint(end, place) { return title }
      }
    }
    return nil
  }

  /// "NAME, the Korr spokesman,": a title behind a comma that belongs to no other name.
  private func titleBehind(_ span: Span) -> Int? {
    guard span.end < document.utf8.count, document.utf8[span.end] == Byte.comma,
      let sentence = document.sentence(at: span.start)
    else { return nil }
    let limit = min(sentence.end, span.end + Self.reach)
    guard limit > span.end + 1, let title = known.title(in: Span(start: span.end + 1, end: limit)) else {
      return nil
    }
    let place = document.candidates[title].span
    let between = Span(start: span.end + 1, end: place.start)
    guard !document.utf8[between.start..<between.end].contains(Byte.comma), personByStart[place.end + 1] == nil,
      personByStart.first(in: between.start..<between.end) == nil, isClosed(place.end, sentence)
    else { return nil }
    return title
  }

  /// Whether an apposition whose title ends at `offset` ends soon: at a comma, or with the sentence. In "NAME, Korr chief meet"
  /// of a headline there is none.
  private func isClosed(_ offset: Int, _ sentence: Span) -> Bool {
    if document.utf8[offset..<min(sentence.end, offset + Self.reach)].contains(Byte.comma) { return true }
    let body = behind(offset, in: bodyByStart).map { mentions[$0].span.end }
    return sentence.end - (body ?? offset) < 3
  }

  /// What ends right before `offset`, perhaps with a possessive.
  private func before(_ offset: Int, in ends: OffsetTable) -> Int? {
    guard offset > 0, document.utf8[offset - 1] == .space else { return nil }
    if let found = ends[offset - 1] { return found }
    let end = NameText.trimmed(Span(start: max(0, offset - 8), end: offset - 1), in: document.utf8).end
    return ends[end] ?? (end > 0 && document.utf8[end - 1] == .space ? ends[end - 1] : nil)
  }

  /// What begins behind `offset` and one or two small words.
  private func behind(_ offset: Int, in starts: OffsetTable) -> Int? {
    starts.first(in: (offset + 3)..<(offset + 10)) { isJoint(offset, $0) }
  }

  /// Whether only small letters stand between spaces from `start` to `end`: " of the ".
  private func isJoint(_ start: Int, _ end: Int) -> Bool {
    guard end - start > 2, end <= document.utf8.count else { return false }
    let bytes = document.utf8[start..<end]
    return bytes.first == .space && bytes.last == .space
      && bytes.allSatisfy { $0 == .space || $0.isASCIISmall }
  }
}
