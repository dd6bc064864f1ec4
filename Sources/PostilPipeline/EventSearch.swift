import PostilMatching
import PostilModel
import PostilRules

/// Finds the events of one rule in one region: for each trigger the things that play its roles.
///
/// The nearest thing gets its part first, in roles that share nothing before those that do. Nothing plays two parts in one event, and nothing one part in two events of the rule but
/// where the role is shared.
struct EventSearch {
  /// The most pairs of a trigger and something near it that are looked at in a document.
  static let mostPairs = 10_000

  /// A trigger with what was given its roles.
  private struct Draft {
    let trigger: EventPart
    var parts: [(role: Int, part: EventPart)] = []

    func count(of role: Int) -> Int { parts.count { $0.role == role } }
    func isTaken(_ span: Span) -> Bool {
      trigger.span.overlaps(span) || parts.contains { $0.part.span.overlaps(span) }
    }
  }

  private let event: Event
  private let places: EventPlaces
  /// How many pairs were looked at, those of earlier regions included.
  private(set) var pairs: Int

  init(_ event: Event, places: EventPlaces, pairs: Int) {
    self.event = event
    self.places = places
    self.pairs = pairs
  }

  /// Whether the limit was hit; what was found so far stands.
  var isExhausted: Bool { pairs > Self.mostPairs }

  /// The events of a region, from left to right.
  mutating func compositions(in region: Span) -> [Composition] {
    var drafts = places.triggers(of: event, in: region).map { Draft(trigger: $0) }
    guard !drafts.isEmpty else { return [] }
    let offers = offers(to: drafts, in: region)
    let all = Set(drafts.indices)
    var taken = assign(offers, to: &drafts, among: all)
    let incomplete = all.filter { !isComplete(drafts[$0]) }
    if !incomplete.isEmpty {
      // What an event takes that comes to nothing is free for others; then it has another try at what they leave.
      for index in all { drafts[index].parts = [] }
      taken = assign(offers, to: &drafts, among: all.subtracting(incomplete))
      for index in incomplete.sorted() {
        let before = taken
        taken = assign(offers, to: &drafts, among: [index], behind: taken)
        if !isComplete(drafts[index]) { taken = before }
      }
    }
    return drafts.filter(isComplete).map(composition)
  }

  /// Something near a trigger that could play a role.
  private struct Offer {
    let draft: Int
    let role: Int
    let part: EventPart
    let key: (rank: Int, distance: Int, role: Int, start: Int, before: Int)
  }

  /// The things that could play each role, the best first.
  private mutating func offers(to drafts: [Draft], in region: Span) -> [Offer] {
    var offers: [Offer] = []
    for (number, draft) in drafts.enumerated() where !isExhausted {
      for (place, role) in event.roles.enumerated() {
        let near = places.parts(for: role, near: draft.trigger.span, in: region)
        pairs += near.count
        offers += near.map { part, distance in
          let length = role.preference == .nearest ? distance : -distance
          let key = (role.isShared ? 1 : 0, length, place, part.span.start, -part.span.end)
          return Offer(draft: number, role: place, part: part, key: key)
        }
      }
    }
    return offers.sorted { $0.key < $1.key }
  }

  /// Gives the offered things to the drafts that are among these.
  ///
  /// - Parameter taken: What is spent: things that only one event may have.
  private func assign(
    _ offers: [Offer], to drafts: inout [Draft], among wanted: Set<Int>, behind taken: DisjointSpans = DisjointSpans()
  ) -> DisjointSpans {
    var taken = taken
    for offer in offers where wanted.contains(offer.draft) {
      let role = event.roles[offer.role]
      let draft = drafts[offer.draft]
      guard draft.count(of: offer.role) < role.most, !draft.isTaken(offer.part.span) else { continue }
      guard take(offer, role, &taken) else { continue }
      drafts[offer.draft].parts.append((offer.role, offer.part))
    }
    for index in wanted where !isComplete(drafts[index]) {
      settle(&drafts[index], offers.filter { $0.draft == index }, &taken)
    }
    return taken
  }

  /// Spends what is offered; false where another role of another event has it, or this one that does not share.
  private func take(_ offer: Offer, _ role: EventRole, _ taken: inout DisjointSpans) -> Bool {
    let holder = taken.insert(offer.part.span, owner: role.isShared ? offer.role : Self.unshared)
    return holder == nil || role.isShared && holder == offer.role
  }

  /// In place of the number of a role that does not share.
  private static let unshared = -1

  /// Gives a role that got nothing what another took, where that has something else to take.
  private func settle(_ draft: inout Draft, _ offers: [Offer], _ taken: inout DisjointSpans) {
    for (role, wanted) in event.roles.enumerated() where !wanted.isOptional && draft.count(of: role) == 0 {
      for offer in offers where offer.role == role {
        guard let holder = draft.parts.firstIndex(where: { $0.part.span == offer.part.span }) else { continue }
        let other = draft.parts[holder].role
        let spare = offers.first { spare in
          spare.role == other && !draft.isTaken(spare.part.span) && take(spare, event.roles[other], &taken)
        }
        guard spare != nil || event.roles[other].isOptional else { continue }
        draft.parts.remove(at: holder)
        if let spare { draft.parts.append((other, spare.part)) }
        draft.parts.append((role, offer.part))
        break
      }
    }
  }

  private func isComplete(_ draft: Draft) -> Bool {
    event.roles.indices.allSatisfy { event.roles[$0].isOptional || draft.count(of: $0) > 0 }
  }

  private func composition(_ draft: Draft) -> Composition {
    let spans = [draft.trigger.span] + draft.parts.map(\.part.span)
    let whole = Span(start: spans.map(\.start).min() ?? 0, end: spans.map(\.end).max() ?? 0)
    var parts = [draft.trigger.sighted(as: Event.trigger), SightedPart(name: Event.whole, span: whole)]
    parts += places.groups(of: event, at: draft.trigger.span)
    for (place, role) in event.roles.enumerated() {
      let own = draft.parts.filter { $0.role == place }.map(\.part).sorted { $0.span < $1.span }
      parts += own.map { $0.sighted(as: role.name) }
    }
    return Composition(span: whole, parts: parts, alternatives: Set(draft.parts.map(\.role)))
  }
}
