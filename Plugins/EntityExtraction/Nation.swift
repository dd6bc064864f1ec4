import PostilModuleKit

/// The country that a document is mostly about.
struct Nation {
  let country: String
  let demonym: String

  /// The country with more than half of the mentions of countries and their demonyms, at least two.
  init?(of document: DocumentView) {
    var counts: [String: Int] = [:]
    var demonyms: [String: String] = [:]
    for index in document.winners {
      let candidate = document.candidates[index]
      guard let country = candidate.features["country"]?.string else { continue }
      counts[country, default: 0] += 1
      if let demonym = candidate.features["demonym"]?.string { demonyms[country] = demonym }
    }
    let total = counts.values.reduce(0, +)
    guard let first = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), first.value * 2 > total,
      first.value > 1, let demonym = demonyms[first.key]
    else { return nil }
    country = first.key
    self.demonym = demonym
  }

  /// The name completed by the country, in the way that the rule asks for.
  func complete(_ name: String, _ way: String) -> String {
    if way == "of" { return "\(name) of \(country)" }
    return name.hasPrefix(demonym) ? name : "\(demonym) \(name)"
  }
}
