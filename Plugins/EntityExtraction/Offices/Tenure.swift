import PostilModuleKit

/// When somebody held an office.
struct Tenure {
  private let role: String
  private let former: String?
  /// The beginnings and ends of the terms, as ISO 8601 dates; the last end may be missing.
  private let terms: [(from: Substring, to: Substring?)]

  /// Nil when the features tell no office or no beginning.
  init?(_ features: Features) {
    guard let role = features["role"]?.string, let from = features["from"]?.string else { return nil }
    self.role = role
    former = features["formerRole"]?.string
    let ends = features["to"]?.string?.split(separator: " ") ?? []
    terms = from.split(separator: " ").enumerated().map { ($1, $0 < ends.count ? ends[$0] : nil) }
  }

  /// What the person was on `date`: the role, the former role behind a term, nothing before the first.
  ///
  /// - Parameter date: An ISO 8601 date; without it the last term counts as running.
  func role(on date: String?) -> String? {
    guard let date else { return role }
    guard let last = terms.last(where: { $0.from <= date.prefix($0.from.count) }) else { return nil }
    guard let end = last.to else { return role }
    return date.prefix(end.count) <= end ? role : former ?? role
  }
}
