import PostilModel

/// A part of a sentence with one finite verb.
public struct Clause: Hashable, Sendable {
  /// What a clause is to the sentence, by the word that it begins with.
  public enum Kind: String, Sendable {
    case main, coordinate, relative, that, subordinate
    /// Its subject is the pronoun of the clause around: `which critics say is unjust`.
    case extracted
  }

  /// From the word that introduces it to where the next one begins.
  public let tokens: Range<Int>
  /// By the word that it begins with.
  public let kind: Kind
  /// The number of its verb group.
  public let verb: Int
  /// The number of the noun group that is its subject; nil where it shares or lacks one.
  public let subject: Int?
  /// Whether it goes on with a clause that another one interrupted: `A law that … will pass`.
  public let isResumed: Bool
}
