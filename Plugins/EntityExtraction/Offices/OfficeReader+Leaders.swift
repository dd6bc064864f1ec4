import PostilModuleKit
import PostilNames

extension OfficeReader {
  /// Gives short names of persons the full name of who held the office that stands beside them: "NATO chief NAME",
  /// "Norway’s NAME", "President NAME".
  mutating func readLeaders(_ leaders: LeaderTable) {
    for place in mentions.indices where mentions[place].kind == .person && mentions[place].canonical == nil {
      guard let person = mentions[place].name.person, person.isShort else { continue }
      let called = leaders.called(person.name)
      guard !called.isEmpty, !isOfAnother(place, called) else { continue }
      takeOwner(place)
      if let holder = onlyOne(of: called.filter { holds($0, place) }) { take(holder, place) }
    }
  }

  /// The only person among those who may hold the office; who holds it on the document's date goes before who held it.
  private func onlyOne(of holders: [LeaderTable.Leader]) -> LeaderTable.Leader? {
    let current = holders.filter { $0.tenure.state(on: document.date?.value) == .during }
    let found = current.isEmpty ? holders : current
    return Set(found.map(\.name)).count == 1 ? found[0] : nil
  }

  /// Whether the document gives another person of the name this office.
  private func isOfAnother(_ place: Int, _ leaders: [LeaderTable.Leader]) -> Bool {
    guard let role = mentions[place].role, let short = mentions[place].name.person?.name else { return false }
    return mentions.contains { other in
      guard other.kind == .person, other.role == role, let full = other.name.person, !full.isShort else { return false }
      return short.shortLink(to: full.name) != nil && !leaders.contains { full.name.link(with: $0.spelling) != nil }
    }
  }

  /// Takes the country or the body that stands in possessive before a name without an office.
  private mutating func takeOwner(_ place: Int) {
    guard mentions[place].role == nil, isBehindPossessive(mentions[place].span.start) else { return }
    takePlace(of: mentions[place].span, place, isBefore: true)
  }

  private func isBehindPossessive(_ offset: Int) -> Bool {
    ContextIndex.possessor(before: offset, in: document) != nil
  }

  /// Whether nothing tells against the leader holding the office at `place`, and enough tells for it.
  private func holds(_ leader: LeaderTable.Leader, _ place: Int) -> Bool {
    let mention = mentions[place]
    let employer = mention.employer.map { mentions[$0].canonical ?? mentions[$0].text }
    if let employer, employer != leader.organization { return false }
    if employer == nil, let country = mention.country, country != leader.country { return false }
    let isPlaced = employer != nil || mention.country != nil
    let state = leader.tenure.state(on: document.date?.value)
    if mention.traits.hasAnyOffice || mention.role == nil { return isPlaced && state == .during }
    guard isPlaced || isSpokenOf(leader) else { return false }
    if mention.role == leader.tenure.role { return state == .during || state == .after && isPlaced }
    return state == .after && mention.role?.hasSuffix(" \(leader.tenure.role)") == true
  }

  /// Whether the document names the country or the body of the office.
  private func isSpokenOf(_ leader: LeaderTable.Leader) -> Bool {
    if let country = leader.country { return mentions.contains { $0.country == country && $0.kind != .person } }
    return mentions.contains { $0.kind == .organization && $0.canonical == leader.organization }
  }

  private mutating func take(_ leader: LeaderTable.Leader, _ place: Int) {
    mentions[place].canonical = leader.name
    mentions[place].isByOffice = true
    if mentions[place].role == nil || mentions[place].traits.hasAnyOffice { mentions[place].role = leader.tenure.role }
    mentions[place].country = mentions[place].country ?? leader.country
  }
}
