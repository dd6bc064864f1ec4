import PostilNames

/// Finds, over a set of documents, which names mean one person, body or place.
public enum IdentityResolver {
  /// The identities of all names; the order of their documents does not matter.
  ///
  /// - Parameter linking: How bold names are linked.
  public static func resolve(_ names: NameTally, linking: Linking = .usual) -> IdentityTable {
    let counts = names.counts
    let (company, boldness) = (Company(counts), Boldness(linking))
    let persons = PersonGroups(counts.filter { $0.kind == "person" }, company, boldness)
    let others = OtherGroups(counts.filter { $0.kind != "person" }, company, boldness)
    return IdentityTable(rows: persons.rows + others.rows)
  }
}
