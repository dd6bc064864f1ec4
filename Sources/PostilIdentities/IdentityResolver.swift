import PostilNames

/// Finds, over a set of documents, which names mean one person, body or place.
public enum IdentityResolver {
  /// The identities of all names; the order of their documents does not matter.
  ///
  /// - Parameters:
  ///   - linking: How bold names are linked.
  ///   - nicknames: Short forms of given names.
  public static func resolve(
    _ names: NameTally, linking: Linking = .usual, nicknames: Nicknames = Nicknames()
  ) -> IdentityTable {
    let counts = names.counts
    let (company, boldness) = (Company(counts), Boldness(linking))
    let persons = PersonGroups(counts.filter { $0.kind == "person" }, company, boldness, nicknames)
    let others = OtherGroups(counts.filter { $0.kind != "person" }, company, boldness)
    return IdentityTable(rows: persons.rows + others.rows)
  }
}
