import PostilModuleKit

/// When somebody held an office.
struct Tenure: Sendable {
  let role: String
  private let former: String?
  /// The beginnings and ends of the terms, as ISO 8601 dates; the last end may be missing.
  private let terms: [(from: Substring, to: Substring?)]

  /// - Parameters:
  ///   - former: What one is who held it.
  ///   - from: When the terms began, divided by spaces.
  ///   - to: When they ended.
  init(role: String, former: String? = nil, from: String, to: String) {
    self.role = role
    self.former = former
    let ends = to.split(separator: " ")
    terms = from.split(separator: " ").enumerated().map { ($1, $0 < ends.count ? ends[$0] : nil) }
  }

  /// Nil when the features tell no office or no beginning.
  init?(_ features: Features) {
    guard let role = features["role"]?.string, let from = features["from"]?.string else { return nil }
    self.init(role: role, former: features["formerRole"]?.string, from: from, to: features["to"]?.string ?? "")
  }

  /// What the person was on `date`: the role, the former role behind a term, nothing before the first.
  ///
  /// - Parameter date: An ISO 8601 date; without it the last term counts as running.
  func role(on date: String?) -> String? {
    switch state(on: date) {
    case .before: nil
    case .during: role
    case .after: former ?? role
    }
  }

  /// Where a date lies among the terms.
  enum State { case before, during, after }

  /// - Parameter date: An ISO 8601 date; without it the last term counts as running.
  func state(on date: String?) -> State {
    guard let date else { return .during }
    guard let last = terms.last(where: { $0.from <= date.prefix($0.from.count) }) else { return .before }
    guard let end = last.to else { return .during }
    return date.prefix(end.count) <= end ? .during : .after
  }
}
