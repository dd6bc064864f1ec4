import PostilIdentities
import PostilNames

/// What is compared and how.
public struct ComparisonOptions: Sendable {
  /// What becomes of documents that repeat others almost word for word.
  public enum Duplicates: String, CaseIterable, Sendable {
    /// They are counted and listed.
    case mark
    /// Of each group in one set the first is counted, and all are listed.
    case once
    /// They are not looked for.
    case ignore
  }

  /// What becomes of names that mean one person, body or place.
  public enum Identities: Sendable {
    /// They are joined as far as the documents tell, as boldly as this, and with these short forms of given names.
    case join(Linking, Nicknames = Nicknames())
    /// They are joined as a table tells.
    case table(IdentityTable)
    /// Each stands for itself.
    case none
  }

  /// What becomes of items that say more of who writes than of what is written.
  public enum Treatment: String, CaseIterable, Sendable {
    /// They are left out, and it is told how many.
    case leaveOut = "leave-out"
    /// They are counted like all others.
    case keep
  }

  /// The facets, in order.
  public let facets: [Facet]
  /// The metadata that divides the documents instead of the inputs: a name, `set`, `month` or `year`.
  public let groupBy: String?
  /// The fewest documents that an item stands in, all sets together; nil for 3 where tests are made, else 1.
  public let minDocuments: Int?
  /// What becomes of near-duplicates.
  public let duplicates: Duplicates
  /// What becomes of items in boilerplate.
  public let boilerplate: Treatment
  /// What becomes of items that are a group's own name.
  public let ownNames: Treatment
  /// The items that are shown.
  public let filter: ItemFilter
  /// What becomes of names that mean one thing.
  public let identities: Identities
  /// Of permutations and bootstrap.
  public let seed: UInt64
  /// Whether a damaged record is an error instead of a document that failed.
  public let isStrict: Bool

  /// Makes options; the defaults are those of `postil compare`.
  public init(
    facets: [Facet] = Facet.allCases, groupBy: String? = nil, minDocuments: Int? = nil, duplicates: Duplicates = .mark,
    boilerplate: Treatment = .leaveOut, ownNames: Treatment = .leaveOut,
    filter: ItemFilter = ItemFilter(),
    identities: Identities = .join(.usual), seed: UInt64 = 20_230_921,
    isStrict: Bool = false
  ) {
    self.facets = facets
    self.groupBy = groupBy
    self.minDocuments = minDocuments
    self.duplicates = duplicates
    self.boilerplate = boilerplate
    self.ownNames = ownNames
    self.filter = filter
    self.identities = identities
    self.seed = seed
    self.isStrict = isStrict
  }
}
