import PostilDiagnostics

/// Something that happens, told by a trigger, with those who take part in it in any order.
public struct Event: Sendable {
  /// The capture of the trigger.
  public static let trigger = "trigger"
  /// The capture of everything from the first to the last part.
  public static let whole = "event"

  /// What tells the event; any of them.
  public let trigger: [Condition]
  /// In order: of two roles that could take the same thing equally well the first takes it.
  public let roles: [EventRole]
}

/// A part that something plays in an event.
public struct EventRole: Sendable {
  /// On which side of the trigger something stands.
  public enum Side: String, CaseIterable, Sendable {
    case before, after, either
  }

  /// Which of several things is taken.
  public enum Preference: String, CaseIterable, Sendable {
    case nearest, farthest
  }

  /// What templates call it.
  public let name: String
  /// What may play it; any of them.
  public let asked: [Condition]
  /// How far from the trigger it may stand.
  public let reach: EventReach
  /// Where it may stand.
  public let side: Side
  /// Which of several things is taken.
  public let preference: Preference
  /// Whether there is an event without it.
  public let isOptional: Bool
  /// The most things that play it.
  public let most: Int
  /// Whether things that play it in one event may play it in others of the rule.
  public let isShared: Bool
  /// What may not stand between it and the trigger.
  public let not: [Condition]
}

/// How far from the trigger of an event its parts may stand.
public enum EventReach: Hashable, Sendable {
  case sentence, clause, paragraph
  /// So many tokens on either side, sentences aside.
  case tokens(Int)

  static let names: [String: EventReach] = ["sentence": .sentence, "clause": .clause, "paragraph": .paragraph]
}

extension Event {
  /// The names that `span` and templates may use.
  var names: [String] {
    [Self.trigger, Self.whole] + trigger.flatMap(\.groupNames).filter { !reserved.contains($0) } + roles.map(\.name)
  }

  private var reserved: Set<String> { [Self.trigger, Self.whole] }

  /// What parts ask for, by their names.
  var asked: [String: [Condition]?] {
    Dictionary(roles.map { ($0.name, $0.asked) }) { first, _ in first }.merging([Self.trigger: trigger]) { first, _ in
      first
    }
  }

  /// Every condition of a part, or between parts.
  public var conditions: [Condition] { trigger + roles.flatMap { $0.asked + $0.not } }
}
