import PostilNames
import PostilRecords

/// Finds, over a set of finished reports, which names mean one person, body or place.
public enum IdentityResolver {
  /// The identities of all names in `records`; the order of the records does not matter.
  ///
  /// - Parameter linking: How bold names are linked.
  public static func resolve(_ records: [ReportRecord], linking: Linking = .usual) -> IdentityTable {
    let counts = NameCount.counts(in: records)
    let (company, boldness) = (Company(counts), Boldness(linking))
    let persons = PersonGroups(counts.filter { $0.kind == "person" }, company, boldness)
    let others = OtherGroups(counts.filter { $0.kind != "person" }, company, boldness)
    return IdentityTable(rows: persons.rows + others.rows)
  }
}
