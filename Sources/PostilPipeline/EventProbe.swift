import PostilModel
import PostilRules

/// Looks for what keeps an event away from a place: its trigger, or the first required role that nothing plays.
struct EventProbe {
  let event: Event
  let region: Span
  let places: EventPlaces
  /// Where the events of the rule that came about stand, with their parts.
  let found: [Composition]

  func verdict(at place: Int) -> RuleVerdict {
    guard let trigger = trigger(near: place) else {
      return .noTrigger(description: event.trigger.map(\.description).joined(separator: " or "))
    }
    let missing = event.roles.first { !$0.isOptional && places.parts(for: $0, near: trigger, in: region).isEmpty }
    guard let missing else { return contested(trigger) }
    return .roleMissing(
      missing.name, description: missing.asked.map(\.description).joined(separator: " or "), trigger: trigger,
      hint: hint(missing, trigger))
  }

  /// Every required role has something near: it went to another role or event.
  private func contested(_ trigger: Span) -> RuleVerdict {
    for role in event.roles where !role.isOptional {
      let near = places.parts(for: role, near: trigger, in: region).map(\.part.span)
      let holder = near.lazy.compactMap { span in
        found.lazy.flatMap(\.parts).first { $0.name != Event.whole && $0.span.overlaps(span) }
      }.first
      if let holder {
        return .roleMissing(
          role.name, description: role.asked.map(\.description).joined(separator: " or "), trigger: trigger,
          hint: .taken(holder.span))
      }
    }
    let last = event.roles.last { !$0.isOptional }
    return .roleMissing(
      last?.name ?? "", description: (last?.asked ?? []).map(\.description).joined(separator: " or "), trigger: trigger,
      hint: nil)
  }

  /// The trigger at the place, else the one in whose reach it lies.
  private func trigger(near place: Int) -> Span? {
    let all = places.triggers(of: event, in: region).map(\.span)
    return all.first { $0.contains(place) || $0.start == place }
      ?? all.first { trigger in
        event.roles.contains { places.reach(of: $0, from: trigger, in: region)?.contains(place) ?? false }
      }
  }

  private func hint(_ role: EventRole, _ trigger: Span) -> RuleVerdict.RoleHint? {
    let reach = places.reach(of: role, from: trigger, in: region)
    for condition in role.asked {
      let all = places.checker.places(of: condition)
      for index in reach.map({ Array(all.places.inside($0)) }) ?? [] {
        if let obstacle = all.obstacle(index, condition.tests) { return .otherFeature(obstacle) }
        if let obstacle = places.obstacle(of: role, between: trigger, all.spans[index]) { return .inBetween(obstacle) }
      }
    }
    let others = role.asked.flatMap { places.parts(of: $0, in: region).map(\.span) }.filter { !$0.overlaps(trigger) }
    let onSide = others.filter { other in
      role.side == .either || (role.side == .before) == (other.start < trigger.start)
    }
    let near = onSide.isEmpty ? others : onSide
    return near.min { Self.distance($0, trigger) < Self.distance($1, trigger) }.map { .outOfReach($0) }
  }

  private static func distance(_ left: Span, _ right: Span) -> Int {
    max(left.start - right.end, right.start - left.end)
  }
}
