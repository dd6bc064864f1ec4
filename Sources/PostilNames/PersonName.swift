/// The parts of a person's name that tell it from others.
public struct PersonName: Hashable, Sendable {
  /// Folded, without articles (`al-`), the surname last.
  public let parts: [String]
  /// `jr`, `sr`, `ii`, …
  public let suffix: String?

  /// Reads a name as written; "Surname, Given" too.
  public init(_ name: String) {
    var words = NameText.words(of: NameText.fold(Self.spelledOut(Self.turned(name)))).map(String.init)
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

  private init(parts: [String], suffix: String?) {
    self.parts = parts
    self.suffix = suffix
  }

  /// The name without `jr`, `iii`, ….
  var withoutSuffix: PersonName { PersonName(parts: parts, suffix: nil) }

  /// The name with another first part.
  func replacingFirstPart(with part: String) -> PersonName {
    PersonName(parts: [part] + parts.dropFirst(), suffix: suffix)
  }

  /// What spellings of the surname have in common, to look names up by.
  public var ending: String { parts.last.map(TransliterationKey.of) ?? "" }

  /// The same for all that may be the surname: the last part and its pieces, the part before it of three or more, the first
  /// one of two, which may stand in the other order.
  public var endings: Set<String> {
    guard let last = parts.last else { return [""] }
    var words = [last] + last.split(separator: "-").map(String.init)
    if parts.count > 1 { words.append(parts[parts.count - 2]) }
    return Set(words.map(TransliterationKey.of))
  }

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

  /// `J.P. Varnell` and `JP Varnell` as `J P Varnell`; the last word stays.
  private static func spelledOut(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count > 1, words.dropLast().contains(where: { isInitials($0, in: name) }) else { return name }
    let plain = words.dropLast().map { word in
      isInitials(word, in: name) ? word.filter(\.isLetter).map(String.init).joined(separator: " ") : String(word)
    }
    return (plain + [String(words[words.count - 1])]).joined(separator: " ")
  }

  /// Whether `word` is several initials: capitals with dots, or two in a name that has small letters.
  private static func isInitials(_ word: Substring, in name: String) -> Bool {
    // Most words have a small letter behind the first one.
    guard let second = word.utf8.dropFirst().first, !(0x61...0x7A).contains(second) else { return false }
    let letters = word.filter { $0 != "." }
    guard letters.count > 1, letters.allSatisfy(\.isUppercase) else { return false }
    return letters.count < word.count
      ? word.split(separator: ".").allSatisfy { $0.count == 1 }
      : letters.count == 2 && name.contains(where: \.isLowercase)
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

  /// The letters of all parts.
  public var joined: String { String(parts.joined().filter { $0 != "-" }) }
}
