import PostilModuleKit

/// Sorts the figures of a poll into shares of all, shares of parts, and the rest.
struct PollShares {
  private(set) var options: [FeatureValue] = []
  private(set) var shares: [FeatureValue] = []
  /// Records of group, option and share.
  private(set) var subgroups: [FeatureValue] = []
  /// Records of role, option and value.
  private(set) var others: [FeatureValue] = []

  init(_ figures: [Figure], population: Population, rounding: Double) {
    var roles = figures.map { Self.role(of: $0, population) }
    let groups = zip(figures, roles).filter { $1 == .group }.map(\.0.group)
    // Where all are told of the same people, just these were asked.
    if Self.isOfAll(figures, roles) { roles[0] = .whole }
    if !population.isKnown, !roles.contains(.whole), let first = groups.first, groups.allSatisfy({ $0 == first }) {
      roles = roles.map { $0 == .group ? .whole : $0 }
    }
    let exact = zip(figures, roles).filter { $1 == .whole && !$0.isRounded }.map(\.0.value)
    var told: Set<String> = []
    for (figure, role) in zip(figures, roles) {
      switch role {
      case .whole:
        // `Nearly six in ten`, told again in digits.
        if figure.isRounded, exact.contains(where: { abs($0 - figure.value) <= rounding }) { continue }
        guard told.insert("\(figure.value) \(figure.option?.lowercased() ?? "")").inserted else { continue }
        options.append(.string(figure.option ?? ""))
        shares.append(.number(figure.value))
      case .group, .part:
        subgroups.append(Self.record(figure, ["group": figure.group.map { .string($0) }], value: "share"))
      case .none: break
      default: others.append(Self.record(figure, ["role": .string(role.rawValue)], value: "value"))
      }
    }
  }

  /// Whether the first figure, said of a part, is an answer beside the next ones, said of all: just those people were asked.
  private static func isOfAll(_ figures: [Figure], _ roles: [FigureRole]) -> Bool {
    guard figures.count > 1, roles[0] == .group, roles[1] == .whole, figures[0].option != nil else { return false }
    return figures[0].value + figures[1].value <= 100
  }

  private static func role(of figure: Figure, _ population: Population) -> FigureRole {
    switch figure.role ?? .whole {
    case .part where !population.isKnown && figure.group != nil, .part where population.isAll(figure.group ?? ""):
      .whole
    case .group where population.isAll(figure.group ?? ""): .whole
    case .part: .group
    case let role: role
    }
  }

  private static func record(_ figure: Figure, _ first: [String: FeatureValue?], value: String) -> FeatureValue {
    var record = Features(first.compactMap { name, value in value.map { .init(name: name, value: $0) } })
    if let option = figure.option { record["option"] = .string(option) }
    record[value] = .number(figure.value)
    return .record(record)
  }
}
