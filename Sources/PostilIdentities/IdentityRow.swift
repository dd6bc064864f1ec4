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
  /// In how many documents the name stands.
  public var documents: Int
  /// How often it stands there.
  public var mentions: Int
  /// For an open name, the identities that it may mean.
  public var note: String

  /// Makes a row.
  public init(
    term: String, kind: String, entity: String?, status: Status, documents: Int, mentions: Int, note: String = ""
  ) {
    self.term = term
    self.kind = kind
    self.entity = entity
    self.status = status
    self.documents = documents
    self.mentions = mentions
    self.note = note
  }
}
