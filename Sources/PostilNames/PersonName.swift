/// The parts of a person's name that tell it from others.
public struct PersonName: Hashable, Sendable {
  /// Folded, without articles (`al-`), the surname last.
  public let parts: [String]
  /// `jr`, `sr`, `ii`, …
  public let suffix: String?

  /// Reads a name as written; "Surname, Given" too.
  public init(_ name: String) {
    var words = NameText.words(of: NameText.fold(Self.turned(name))).map(String.init)
    suffix = words.count > 1 && Self.isSuffix(words[words.count - 1]) ? words.removeLast() : nil
    var parts: [String] = []
    var servant = false
    for word in words {
      guard let part = Self.withoutArticle(word, isAlone: words.count == 1 && !servant) else { continue }
      if servant { parts[parts.count - 1] = "abdul" + part } else { parts.append(Self.plainServant(part)) }
      servant = !servant && Self.isServant(part)
    }
    self.parts = parts
  }

  /// The surname's consonants, which spellings of one name share.
  public var ending: String { parts.last.map(NameSound.skeleton) ?? "" }

  /// The given name's consonants, for names of two parts, which may stand in the other order.
  public var beginning: String? { parts.count == 2 ? NameSound.skeleton(parts[0]) : nil }

  /// Whether `letters` are an Arabic article as it is written before a hyphen, in any case.
  public static func isArticle(_ letters: ArraySlice<UInt8>) -> Bool {
    letters.count < 4 && articles.contains(String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self))
  }

  private static let articles: Set = ["al", "el", "ad", "an", "ar", "as", "at", "ash", "az", "ul"]
  private static let suffixes: Set = ["jr", "sr", "ii", "iii", "iv"]
  private static let servants: Set = ["abd", "abdul", "abdel", "abdal", "abdol"]

  // Most words are longer than these, or begin otherwise.
  private static func isArticle(_ word: String) -> Bool { word.utf8.count < 4 && articles.contains(word) }
  private static func isSuffix(_ word: String) -> Bool { word.utf8.count < 4 && suffixes.contains(word) }
  private static func isServant(_ part: String) -> Bool {
    part.utf8.count < 6 && part.utf8.first == UInt8(ascii: "a") && servants.contains(part)
  }

  /// A word without the article that it begins with or is; nil when nothing is left.
  ///
  /// - Parameter isAlone: It is the only word, so that it is no article.
  private static func withoutArticle(_ word: String, isAlone: Bool) -> String? {
    guard word.utf8.contains(UInt8(ascii: "-")) else { return !isAlone && isArticle(word) ? nil : word }
    var pieces = word.split(separator: "-").map(String.init)
    if let first = pieces.first, isArticle(first), pieces.count > 1 || !isAlone { pieces.removeFirst() }
    return pieces.isEmpty ? nil : pieces.joined(separator: "-")
  }

  /// `Fenwick, Orla` as `Orla Fenwick`.
  private static func turned(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: ",")) else { return name }
    let halves = name.split(separator: ",", maxSplits: 1).map { $0.drop { $0 == " " } }
    guard halves.count == 2, !suffixes.contains(halves[1].lowercased().filter(\.isLetter)) else { return name }
    return "\(halves[1]) \(halves[0])"
  }

  /// `abdelrahman` as `abdulrahman`.
  private static func plainServant(_ part: String) -> String {
    guard part.utf8.first == UInt8(ascii: "a") else { return part }
    for start in ["abdel", "abdal", "abdol"] where part.hasPrefix(start) && part.count > 6 {
      return "abdul" + part.dropFirst(5)
    }
    return part
  }

  /// Whether `other`, of two or more parts too, may be the same name: surnames and first names agree, and the parts of the
  /// shorter stand in the longer in the same order.
  public func agrees(with other: PersonName) -> Bool {
    guard suffix == other.suffix, parts.count > 1, other.parts.count > 1 else { return self == other }
    if joined == other.joined { return true }
    if parts.count == 2, other.parts.count == 2, parts[0] == other.parts[1], parts[1] == other.parts[0] { return true }
    guard NameSound.agree(parts[0], other.parts[0]),
      NameSound.agree(parts[parts.count - 1], other.parts[other.parts.count - 1])
    else { return false }
    let (short, long) = parts.count <= other.parts.count ? (parts, other.parts) : (other.parts, parts)
    var next = 0
    for part in long where next < short.count && NameSound.agree(part, short[next]) { next += 1 }
    return next == short.count
  }

  private var joined: String { parts.joined().filter { $0 != "-" } }

  /// Whether this is the surname, or the end, of `other`.
  public func isShortForm(of other: PersonName) -> Bool {
    guard parts.count < other.parts.count, !parts.isEmpty, suffix == nil || suffix == other.suffix else { return false }
    return zip(other.parts.suffix(parts.count), parts).allSatisfy { $0 == $1 || NameSound.agree($0, $1) }
  }
}
