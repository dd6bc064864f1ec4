/// The types of annotations that the module makes.
enum NameKind: String, CaseIterable {
  case person, organization, location, misc
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

  init(name: String?) { self = Self.allCases.first { $0.name == name } ?? .sure }

  static func < (left: Certainty, right: Certainty) -> Bool { left.rawValue < right.rawValue }
}
