import PostilNames

/// One name and whom or what it means: a line of a file of identities.
public struct IdentityRow: Hashable, Sendable {
  /// How sure the meaning is.
  public enum Status: String, Sendable, CaseIterable {
    /// The identity's own name.
    case name
    /// Another spelling or an acronym of it.
    case variant
    /// A surname that stands for the set's only or dominant full name.
    case short
    /// A short form that may mean several; the note names them.
    case open
  }

  /// The name as documents write it.
  public var term: String
  /// `person`, `organization`, `location` or `misc`.
  public var kind: String
  /// The identity's name; nil while it is open.
  public var entity: String?
  /// How sure the meaning is.
  public var status: Status
  /// Why it means the identity; nil where it is the identity's name, or open.
  public var linkedBy: NameLink?
  /// In how many documents the name stands.
  public var documents: Int
  /// How often it stands there.
  public var mentions: Int
  /// For an open name, the identities that it may mean.
  public var note: String

  /// Makes a row.
  public init(
    term: String, kind: String, entity: String?, status: Status, linkedBy: NameLink? = nil, documents: Int,
    mentions: Int,
    note: String = ""
  ) {
    self.term = term
    self.kind = kind
    self.entity = entity
    self.status = status
    self.linkedBy = linkedBy
    self.documents = documents
    self.mentions = mentions
    self.note = note
  }

  /// Makes the row of `count`.
  init(
    _ count: NameCount, entity: String?, status: Status, linkedBy: NameLink? = nil, note: String = ""
  ) {
    self.init(
      term: count.name, kind: count.kind, entity: entity, status: status, linkedBy: linkedBy,
      documents: count.documents.count, mentions: count.mentions, note: note)
  }
}
