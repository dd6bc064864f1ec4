import PostilDiagnostics

/// One element of a `sequence`.
public struct SequenceElement: Sendable {
  /// What the element takes.
  public enum Content: Sendable {
    case condition(Condition)
    case gap(Gap)
    /// One of several ways on, each of elements that stand side by side; a group has one.
    case choice([[SequenceElement]])
  }

  /// What `as` calls it.
  public let name: String?
  /// What it takes; for a gap, of what the repetitions are counted.
  public let content: Content
  /// The fewest repetitions.
  public let least: Int
  /// The most repetitions.
  public let most: Int
  /// Where it is written.
  let location: SourceLocation

  /// Whether it stands for text between other elements.
  public var isGap: Bool { gap != nil }
  /// The gap that it is; nil for an element that takes something.
  public var gap: Gap? { if case .gap(let gap) = content { gap } else { nil } }
  /// What it asks for; nil for a gap and a choice.
  public var condition: Condition? { if case .condition(let condition) = content { condition } else { nil } }
  /// The ways on that it offers; none for any other element.
  public var alternatives: [[SequenceElement]] { if case .choice(let all) = content { all } else { [] } }
}

extension SequenceElement {
  /// The names of the groups of its pattern.
  var groupNames: [String] {
    condition?.groupNames ?? []
  }

  /// All that it gives a name to, what stands in it aside.
  var ownNames: [String] { [name].compactMap { $0 } + groupNames }

  /// Whether a match has something of it.
  public var isRequired: Bool {
    if case .choice(let ways) = content { return least > 0 && ways.allSatisfy { $0.contains(where: \.isRequired) } }
    return least > 0 && !isGap
  }

  /// What it asks for where it takes one thing: a choice takes one where each of its ways is one element.
  public var asked: [Condition]? {
    if let condition { return [condition] }
    let only = alternatives.map { $0.count == 1 ? $0[0].asked : nil }
    return only.isEmpty || only.contains { $0 == nil } ? nil : only.flatMap { $0 ?? [] }
  }

  /// The type of the annotations that it takes; nil where it takes text, or several types.
  var annotationType: String? {
    let types = Set((asked ?? []).map(\.type))
    return types.count == 1 ? types.first ?? nil : nil
  }
}

/// Text between two elements; it takes none where nothing was taken before it, or nothing follows.
public struct Gap: Sendable {
  /// What it is measured in.
  public let unit: GapUnit
  /// What may not stand in it.
  public let not: [Condition]
  /// Which of the places it leads to wins.
  public let preference: GapPreference
}

/// Which of the places that a gap leads to wins.
public enum GapPreference: String, CaseIterable, Sendable {
  /// The one where the next element begins first.
  case nearest
  /// The one that makes the whole longest.
  case farthest
}

/// What a gap is measured in.
public enum GapUnit: String, CaseIterable, Sendable {
  case token, character
}
