import PostilModel
import PostilRules

/// A feature of a rule that a candidate does not bear.
struct UnmadeFeature {
  /// The feature's name.
  let name: String
  /// Its template.
  let written: String
  /// A capture of the template that took no part; nil where all did, and yet what they took is no value of the feature's kind.
  let absent: String?

  /// Those of a candidate of `rule`, in order.
  static func all(of candidate: Candidate, by rule: Rule) -> [UnmadeFeature] {
    let taken = Set(candidate.captures.map(\.name))
    return rule.features.filter { candidate.features[$0.name] == nil }.map { template in
      UnmadeFeature(
        name: template.name, written: template.written, absent: template.captureNames.first { !taken.contains($0) })
    }
  }
}

extension UnmadeFeature {
  /// Why there is no such feature.
  var sentence: String {
    absent.map { "without feature '\(name)': capture '\($0)' took no part" }
      ?? "without feature '\(name)': '\(written)' comes to no value of its kind"
  }
}
