import PostilModel

/// A noun with what stands before it: determiner, numbers, adjectives, names. Also a pronoun.
///
/// A base noun phrase as in text chunking (Ramshaw and Marcus 1995): without what follows the head.
public struct NounGroup: Hashable, Sendable {
  /// Of how many the head is.
  public enum Number: String, Sendable { case singular, plural }

  /// What the determiner says: `the`, `a`, nothing.
  public enum Definiteness: String, Sendable { case definite, indefinite, bare }

  /// What the head is for, as far as words tell.
  public enum Kind: String, Sendable {
    case name, pronoun, person, body, thing, time
    /// No class tells.
    case unknown
  }

  /// From the first to the last token.
  public let tokens: Range<Int>
  /// The last word, the one that all others are said of.
  public let head: Int
  /// Of how many it is.
  public let number: Number
  /// What its first word says.
  public let definiteness: Definiteness
  /// What its head is for.
  public let kind: Kind

  init(_ tokens: Range<Int>, in text: TaggedText) {
    self.tokens = tokens
    let head = tokens.last { text.isWord($0) && !text.has($0, .time) } ?? tokens.upperBound - 1
    self.head = head
    let isSeveral = tokens.first.map { text.has($0, .quantity) && !text.has($0, .first) } ?? false
    number =
      text.isPlural(head) || text.has(head, .they) || isSeveral && text.has(head, .quantity) ? .plural : .singular
    kind = Self.kind(of: head, tokens, text)
    let first = tokens.lowerBound
    if text.has(first, .definite) || tokens.contains(where: { text.has($0, .possessive) && $0 < head }) {
      definiteness = .definite
    } else if text.has(first, [.determiner, .quantity, .number]) {
      definiteness = .indefinite
    } else {
      definiteness = kind == .name || kind == .pronoun ? .definite : .bare
    }
  }

  private static func kind(of head: Int, _ tokens: Range<Int>, _ text: TaggedText) -> Kind {
    if text.has(head, .pronoun) { return .pronoun }
    if text.has(head, .time) { return .time }
    // `This`, alone: of what, is not told.
    if text.has(head, .determiner), !text.has(head, .quantity) { return .unknown }
    let isCommon =
      text.has(head, .person) || text.has(head, [.body, .thing]) && (tokens.count == 1 || text.has(head, .plural))
    if text.has(head, .capital), !isCommon, !text.has(head, .quantity) { return .name }
    if text.has(head, .thing) { return .thing }
    if text.has(head, [.person, .quantity]) { return .person }
    return text.has(head, .body) ? .body : .unknown
  }
}
