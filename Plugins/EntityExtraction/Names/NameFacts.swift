import PostilModuleKit

/// What a rule that finds a name or a nationality knows of it.
final class NameFacts {
  /// What it names; nil when the rule does not say.
  let kind: NameKind?
  let certainty: Certainty
  let canonical: String?
  let acronym: String?
  let country: String?
  /// The adjective of the country.
  let demonym: String?
  /// The organization that a person works for.
  let organization: String?
  let short: String?
  let national: String?
  /// How many people live in a place.
  let population: Double?
  private let tenure: Tenure?
  private let plainRole: String?

  init(of origin: CandidateOrigin) {
    let features = origin.features
    kind = features["kind"]?.string.flatMap(NameKind.init)
    certainty = Certainty(name: features["certainty"]?.string)
    canonical = features["canonical"]?.string
    acronym = features["acronym"]?.string
    country = features["country"]?.string
    demonym = features["demonym"]?.string
    organization = features["organization"]?.string
    short = features["short"]?.string
    national = features["national"]?.string
    population = features["population"]?.string.flatMap(Double.init)
    tenure = Tenure(features)
    plainRole = features["role"]?.string
  }

  /// The office or rank that a person held on `date`, an ISO 8601 date.
  func role(on date: String?) -> String? {
    if let tenure { return tenure.role(on: date) }
    return plainRole
  }
}
