import PostilMatching
import PostilModel
import PostilRules

/// Something that tells an event or takes part in it.
struct EventPart {
  let span: Span
  var item: VisibleItem?
  var term: FoundTerm?

  func sighted(as name: String) -> SightedPart {
    SightedPart(name: name, span: span, term: term, items: item.map { [$0] } ?? [])
  }
}

/// Where the triggers of events stand in a document, and what stands near them.
struct EventPlaces {
  let checker: ConditionChecker
  let tokens: [Token]

  /// The triggers in a region, from left to right without overlap, of several at one place the longest.
  func triggers(of event: Event, in region: Span) -> [EventPart] {
    let all = event.trigger.flatMap { parts(of: $0, in: region) }
    var end = 0
    return all.sorted { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }.filter { part in
      guard part.span.start >= end, !part.span.isEmpty else { return false }
      end = part.span.end
      return true
    }
  }

  /// What may play a role of an event with this trigger, and how many tokens stand between.
  func parts(for role: EventRole, near trigger: Span, in region: Span) -> [(part: EventPart, distance: Int)] {
    guard let reach = reach(of: role, from: trigger, in: region) else { return [] }
    return role.asked.flatMap { parts(of: $0, in: reach) }.compactMap { part in
      guard let between = between(trigger, part.span), obstacle(of: role, between: trigger, part.span) == nil else {
        return nil
      }
      return (part, count(between))
    }
  }

  /// What may not stand between the trigger and what plays a role, and does.
  func obstacle(of role: EventRole, between trigger: Span, _ other: Span) -> Span? {
    guard !role.not.isEmpty, let between = between(trigger, other) else { return nil }
    return role.not.lazy.compactMap { parts(of: $0, in: between).first?.span }.first
  }

  /// What a condition asks for inside a span.
  func parts(of condition: Condition, in span: Span) -> [EventPart] {
    let found = checker.places(of: condition)
    return found.places.inside(span).filter { found.misfit($0, condition.tests) == nil }.map {
      EventPart(
        span: found.spans[$0], item: found.items.isEmpty ? nil : found.items[$0],
        term: found.terms.isEmpty ? nil : found.terms[$0])
    }
  }

  /// The groups of the trigger's pattern.
  func groups(of event: Event, at trigger: Span) -> [SightedPart] {
    for case .pattern(let pattern) in event.trigger where !pattern.anchored.captureNames.isEmpty {
      guard
        let match = pattern.anchored.firstMatch(
          in: checker.subject.bytes, from: trigger.start, end: checker.subject.bytes.count, using: checker.matcher),
        match.span == trigger
      else { continue }
      return zip(pattern.anchored.captureNames, match.captures).compactMap { name, span in
        span.map { SightedPart(name: name, span: $0) }
      }
    }
    return []
  }

  /// The stretch in which a role is looked for.
  func reach(of role: EventRole, from trigger: Span, in region: Span) -> Span? {
    let whole =
      switch role.reach {
      case .sentence: enclosing(trigger, .sentence)
      case .paragraph: enclosing(trigger, .paragraph)
      case .clause:
        checker.clauses.clause(
          around: trigger, in: enclosing(trigger, .sentence), tokens: tokens, checker.subject)
      case .tokens(let count): window(trigger, count)
      }
    let start = max(whole.start, region.start, role.side == .after ? trigger.end : 0)
    let end = min(whole.end, region.end, role.side == .before ? trigger.start : .max)
    return start < end ? Span(start: start, end: end) : nil
  }

  private func enclosing(_ trigger: Span, _ scope: RuleScope) -> Span {
    let regions = checker.subject.regions[scope.rawValue]
    let place = regions.partitioningIndex { $0.end > trigger.start }
    guard place < regions.count, regions[place].start <= trigger.start else { return trigger }
    return Span(start: regions[place].start, end: max(trigger.end, regions[place].end))
  }

  private func window(_ trigger: Span, _ count: Int) -> Span {
    let first = tokens.partitioningIndex { $0.span.end > trigger.start }
    let behind = tokens.partitioningIndex { $0.span.start >= trigger.end }
    let (low, high) = (max(0, first - count), min(tokens.count, behind + count))
    guard low < high else { return trigger }
    return Span(
      start: min(trigger.start, tokens[low].span.start), end: max(trigger.end, tokens[high - 1].span.end))
  }

  private func between(_ trigger: Span, _ other: Span) -> Span? {
    other.end <= trigger.start
      ? Span(start: other.end, end: trigger.start)
      : other.start >= trigger.end ? Span(start: trigger.end, end: other.start) : nil
  }

  private func count(_ span: Span) -> Int {
    let first = tokens.partitioningIndex { $0.span.start >= span.start }
    let behind = tokens.partitioningIndex { $0.span.end > span.end }
    return max(0, behind - first)
  }
}
