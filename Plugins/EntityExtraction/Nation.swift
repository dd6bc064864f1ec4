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
    var found: [String: [Int]] = [:]
    var demonyms: [String: String] = [:]
    var total = 0
    for index in document.candidates(ofTypes: Self.types) {
      let facts = learned.facts(of: document.candidates[index].origin)
      guard let country = facts.country, facts.kind != .person else { continue }
      total += 1
      found[country, default: []].append(index)
      if let demonym = facts.demonym { demonyms[country] = demonym }
    }
    let most = found.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    let first = most.flatMap { $0.value.count * 2 > total && $0.value.count > 1 && demonyms[$0.key] != nil ? $0 : nil }
    main = first?.key
    evidence = Array(first?.value.prefix(Mention.mostWitnesses) ?? [])
    self.demonyms = demonyms
  }

  /// The name completed by `country`, in the way that the rule asks for.
  func complete(_ name: String, by country: String, _ way: String) -> String {
    if way == "of" { return "\(name) of \(country)" }
    guard let demonym = demonyms[country], !name.hasPrefix(demonym) else { return name }
    return "\(demonym) \(name)"
  }
}
