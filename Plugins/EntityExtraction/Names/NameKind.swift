/// The types of annotations that the module makes.
enum NameKind: String, CaseIterable {
  case person, organization, location, misc

  /// How many there are.
  static let count = 4

  /// The place among all kinds.
  var number: Int {
    switch self {
    case .person: 0
    case .organization: 1
    case .location: 2
    case .misc: 3
    }
  }
}

/// How much a candidate is worth.
enum Certainty: Int, CaseIterable, Comparable {
  case supposed, likely, sure

  var name: String {
    switch self {
    case .supposed: "supposed"
    case .likely: "likely"
    case .sure: "sure"
    }
  }

  init(name: String?) {
    switch name {
    case "supposed": self = .supposed
    case "likely": self = .likely
    default: self = .sure
    }
  }

  static func < (left: Certainty, right: Certainty) -> Bool { left.rawValue < right.rawValue }
}
