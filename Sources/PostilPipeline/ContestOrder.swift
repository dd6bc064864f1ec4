import PostilModel
import PostilRules

/// What the total order of a step's candidates depends on (`Documentation/RuleLanguage.md`, "Conflict").
struct ContestOrder: Sendable {
  /// What the order asks of one rule.
  struct Place: Sendable {
    /// The number of the type.
    let type: Int
    let priority: Int
    /// Whether its candidates block nothing and are never blocked.
    let keepsAll: Bool
  }

  /// A candidate's place in an order: ascending by three numbers, then by where it stands in a list.
  struct Key: Comparable {
    private let first: UInt64
    private let second: UInt64
    private let third: UInt32
    private let index: UInt32

    init(_ first: UInt64, _ second: UInt64, _ third: UInt32, place: Int) {
      self.first = first
      self.second = second
      self.third = third
      index = UInt32(place)
    }

    /// The candidate's place in its list.
    var place: Int { Int(index) }

    static func < (left: Key, right: Key) -> Bool {
      if left.first != right.first { return left.first < right.first }
      if left.second != right.second { return left.second < right.second }
      if left.third != right.third { return left.third < right.third }
      return left.index < right.index
    }
  }

  /// By the rules' order in the step.
  let places: [Place]
  /// By the types' numbers.
  let types: [String]
  /// By the types' numbers: the policy of their rules, those that keep all aside.
  private let policies: [ConflictPolicy]

  init(_ rules: [Rule]) {
    var numbers: [String: Int] = [:]
    var types: [String] = []
    var policies: [ConflictPolicy] = []
    places = rules.map { rule in
      let type = numbers[rule.type] ?? types.count
      if type == types.count {
        numbers[rule.type] = type
        types.append(rule.type)
        policies.append(.longest)
      }
      if rule.conflict != .all { policies[type] = rule.conflict }
      return Place(type: type, priority: rule.priority, keepsAll: rule.conflict == .all)
    }
    self.types = types
    self.policies = policies
  }

  /// The place in the order of a candidate of rule number `rule`: by type, then best first.
  ///
  /// - Parameters:
  ///   - length: In code points.
  ///   - place: The candidate's place in its list.
  func key(ofRule rule: Int, span: Span, length: Int, place index: Int) -> Key {
    let place = places[rule]
    let type = UInt64(place.type) << 32
    let shortness = UInt64(UInt32.max) - UInt64(length)
    // Priorities are within a million.
    let meekness = UInt64(1 << 31 - place.priority)
    let order = UInt64(rule)
    let start = UInt32(span.start)
    switch policies[place.type] {
    case .first: return Key(type | UInt64(start), shortness << 32 | meekness, UInt32(rule), place: index)
    case .priority: return Key(type | meekness, shortness << 32 | order, start, place: index)
    case .longest, .all: return Key(type | shortness, meekness << 32 | order, start, place: index)
    }
  }
}
