import PostilModuleKit

/// The countries that a document names.
struct Nation {
  /// The types of the candidates that tell a country.
  static let types = ["name", "demonym"]

  /// The country that the document is mostly about: more than half of the mentions of countries and their demonyms, at
  /// least two.
  let main: String?
  /// The first candidates that name that country.
  let evidence: [Int]
  /// The adjective of each country.
  private let demonyms: [String: String]

  init(of document: DocumentView, _ learned: Learned) {
    var countries: [(name: String, count: Int, first: [Int])] = []
    var demonyms: [String: String] = [:]
    for index in document.candidates(ofTypes: Self.types) {
      let facts = learned.facts(of: document.candidates[index].origin)
      guard let name = facts.country, facts.kind != .person else { continue }
      let place = countries.firstIndex { $0.name == name } ?? countries.count
      if place == countries.count { countries.append((name, 0, [])) }
      countries[place].count += 1
      if countries[place].count <= Mention.mostWitnesses { countries[place].first.append(index) }
      if let demonym = facts.demonym { demonyms[name] = demonym }
    }
    let total = countries.reduce(0) { $0 + $1.count }
    let most = countries.max { ($0.count, $1.name) < ($1.count, $0.name) }
    let main = most.flatMap { $0.count * 2 > total && $0.count > 1 && demonyms[$0.name] != nil ? $0 : nil }
    self.main = main?.name
    evidence = main?.first ?? []
    self.demonyms = demonyms
  }

  /// The name completed by `country`, in the way that the rule asks for.
  func complete(_ name: String, by country: String, _ way: String) -> String {
    if way == "of" { return "\(name) of \(country)" }
    guard let demonym = demonyms[country], !name.hasPrefix(demonym) else { return name }
    return "\(demonym) \(name)"
  }
}
