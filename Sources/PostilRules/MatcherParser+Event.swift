import PostilDiagnostics

/// Reads `event`.
extension MatcherParser {
  mutating func event(_ fields: inout FieldReader) -> RuleMatcher? {
    guard let node = fields["event"] else { return nil }
    var inner = FieldReader(
      node, source, known: ["trigger", "reach", "roles"], what: "'event'",
      shape: "write event: {trigger: {pattern: …}, roles: {who: {type: person}}}")
    defer { ownDiagnostics += inner.diagnostics }
    guard node.entries != nil else { return nil }
    let reach = reach(&inner) ?? .sentence
    let trigger = inner["trigger"].map { conditions.alternatives($0, "trigger") } ?? []
    if inner["trigger"] == nil { inner.fault(.missingField, "'event' needs the field 'trigger'", at: node.location) }
    let entries = inner.mapping("roles")
    if entries.isEmpty, inner.diagnostics.isEmpty {
      inner.fault(
        .missingField, "'event' needs the field 'roles'", at: node.location,
        help: "an event without roles is a rule with 'pattern', 'terms' or 'sequence'")
    }
    let roles = entries.compactMap { role($0, reach, trigger) }
    guard !trigger.isEmpty, !roles.isEmpty, roles.count == entries.count else { return nil }
    return .event(Event(trigger: trigger, roles: roles))
  }

  private mutating func role(_ entry: YAMLEntry, _ shared: EventReach, _ trigger: [Condition]) -> EventRole? {
    let what = "role '\(entry.key.text)'"
    guard isFree(entry.key, trigger) else { return nil }
    var fields = FieldReader(
      entry.value, source,
      known: ConditionParser.fields + ["anyOf", "reach", "side", "prefer", "optional", "max", "shared", "not"],
      what: what,
      shape: "write \(entry.key.text): {type: its type}")
    defer { ownDiagnostics += fields.diagnostics }
    guard entry.value.entries != nil, let asked = asked(&fields, what) else { return nil }
    let reach = reach(&fields) ?? shared
    let side = fields.choice("side", of: Self.byName(EventRole.Side.allCases)) ?? .either
    let preference = fields.choice("prefer", of: Self.byName(EventRole.Preference.allCases)) ?? .nearest
    guard let isOptional = fields.flag("optional"), let isShared = fields.flag("shared") else { return nil }
    return EventRole(
      name: entry.key.text, asked: asked, reach: reach, side: side, preference: preference, isOptional: isOptional,
      most: fields.integer("max", in: 1...100) ?? 1, isShared: isShared,
      not: fields["not"].map { conditions.alternatives($0, "not") } ?? [])
  }

  /// What may play a role: one condition, or one of several.
  private mutating func asked(_ fields: inout FieldReader, _ what: String) -> [Condition]? {
    guard let node = fields["anyOf"] else { return conditions.condition(&fields, what: what).map { [$0] } }
    if let other = ConditionParser.fields.first(where: { fields[$0] != nil }) {
      fields.fault(.notOneOfSeveral, "'\(other)' beside 'anyOf'", at: fields.place(of: other))
      return nil
    }
    let asked = conditions.alternatives(node, "anyOf")
    return asked.isEmpty ? nil : asked
  }

  private mutating func isFree(_ name: YAMLScalar, _ trigger: [Condition]) -> Bool {
    let taken = [Event.trigger, Event.whole] + trigger.flatMap(\.groupNames)
    let isName = name.text.wholeMatch(of: /[\p{L}_][\p{L}\p{N}_]*/) != nil
    guard taken.contains(name.text) || !isName else { return true }
    ownDiagnostics.append(
      source.diagnostic(
        isName ? .repeatedRule : .valueNotAllowed,
        isName
          ? "a role called '\(name.text)', which the trigger, a group of its pattern or the whole is called"
          : "'\(name.text)' names no role",
        at: name.location,
        help: isName
          ? "give it another name" : "the name of a role is of letters, digits and '_', and begins with no digit"))
    return false
  }

  private func reach(_ fields: inout FieldReader) -> EventReach? {
    guard let node = fields["reach"] else { return nil }
    guard node.entries != nil else { return fields.choice("reach", of: EventReach.names) }
    var inner = FieldReader(node, source, known: ["tokens"], what: "'reach'")
    let count = inner.required("tokens", in: "'reach'").flatMap { _ in inner.integer("tokens", in: 1...1000) }
    fields.add(inner.diagnostics)
    return count.map { .tokens($0) }
  }

  private static func byName<Choice: RawRepresentable<String>>(_ all: [Choice]) -> [String: Choice] {
    Dictionary(uniqueKeysWithValues: all.map { ($0.rawValue, $0) })
  }
}
