extension PersonName {
  /// Why this and `other`, both of two and more parts, may be one name: surnames and first names agree, and the parts of
  /// the shorter stand in the longer in the same order; nil when they may not.
  public func link(with other: PersonName) -> NameLink? {
    guard suffix == other.suffix else { return nil }
    if parts == other.parts { return .sameName }
    guard parts.count > 1, other.parts.count > 1 else { return nil }
    if joined == other.joined || parts.count == 2 && parts == other.parts.reversed() { return .sameName }
    let (short, long) = parts.count <= other.parts.count ? (parts, other.parts) : (other.parts, parts)
    return Self.linkOfParts(short, long) ?? (Self.isDoubled(short, long) ? .doubleSurname : nil)
  }

  /// Why this is the surname, or the end, of `other`; nil when it is not, or the father's name: `Salman` of `bin Salman`.
  public func shortLink(to other: PersonName) -> NameLink? {
    guard parts.count < other.parts.count, !parts.isEmpty, mayBeSuffix(of: other) else { return nil }
    let end = Array(other.parts.suffix(parts.count))
    if Self.sons.contains(other.parts[other.parts.count - parts.count - 1]) { return nil }
    if end == parts { return .surname }
    if parts.count == 1, Self.pieces(of: end[0]).contains(where: { $0 == parts[0] }) { return .doubleSurname }
    return zip(end, parts).allSatisfy(Self.isSurname) ? .transliteration : nil
  }

  /// Whether the first part is an initial.
  public var beginsWithInitial: Bool { parts.first.map(Self.isInitial) ?? false }

  /// Whether this is the first part alone of `other`.
  public func isFirstPart(of other: PersonName) -> Bool {
    parts.count == 1 && other.parts.count > 1 && parts[0] == other.parts[0] && mayBeSuffix(of: other)
  }

  /// Whether each part between first and last that this or one of `others` lacks is an initial.
  public func hasOnlyInitials(beside others: [PersonName]) -> Bool {
    others.allSatisfy { other in
      let (short, long) = parts.count <= other.parts.count ? (self, other) : (other, self)
      let known = short.parts.dropFirst().dropLast()
      return long.parts.dropFirst().dropLast().allSatisfy { part in
        Self.isInitial(part) || known.contains { Self.link(ofGiven: $0, part) != nil }
      }
    }
  }

  /// A short form tells the generation seldom; only `Sr.` may be somebody without it.
  private func mayBeSuffix(of other: PersonName) -> Bool {
    suffix == nil || suffix == other.suffix || suffix == "sr" && other.suffix == nil
  }

  /// The boldest of the reasons for which the parts agree one by one.
  private static func linkOfParts(_ short: [String], _ long: [String]) -> NameLink? {
    guard isSurname(short[short.count - 1], long[long.count - 1]) else { return nil }
    var links: Set<NameLink> = []
    var missing: [String] = []
    var next = 0
    for part in long.dropLast() {
      if next + 1 < short.count, let link = link(ofGiven: short[next], part) {
        links.insert(next > 0 && link == .initials ? .middleName : link)
        next += 1
      } else if next == 0 {
        return nil
      } else {
        missing.append(part)
      }
    }
    guard next == short.count - 1, !hidesName(short, long, missing) else { return nil }
    if short.last != long.last { links.insert(.transliteration) }
    // An initial and another spelling at once are alike by chance.
    if links.isSuperset(of: [.initials, .transliteration]) { return nil }
    if !missing.isEmpty { links.insert(.middleName) }
    return [.initials, .middleName, .transliteration].first(where: links.contains) ?? .sameName
  }

  /// Whether what the short name lacks tells another person: the name in use, as `M. Thomas Varnell` is not `Mark Varnell`,
  /// or an initial beside one that it has, as `Jonas M. P. Varnell` is not `Jonas P. Varnell`.
  private static func hidesName(_ short: [String], _ long: [String], _ missing: [String]) -> Bool {
    isInitial(long[0]) && !isInitial(short[0]) && missing.contains { !isInitial($0) }
      || !isInitial(short[0]) && missing.contains(where: isInitial) && short.dropFirst().contains(where: isInitial)
  }

  private static func link(ofGiven left: String, _ right: String) -> NameLink? {
    if left == right { return .sameName }
    if isInitial(left) || isInitial(right) { return left.first == right.first ? .initials : nil }
    let hasSyllables = min(syllables(left), syllables(right)) > 1
    return Transliteration.agree(left, right, hasSyllables ? .shortVowels : .letters) ? .transliteration : nil
  }

  /// Long words are seldom alike by chance, so that their short vowels may differ.
  private static func isSurname(_ left: String, _ right: String) -> Bool {
    let isLong = min(syllables(left), syllables(right)) > 2
    return Transliteration.agree(left, right, isLong ? .shortVowels : .letters)
  }

  /// Whether the surname of the short name is one of two that the other has: `Delgar`, `Delgar-Ruiven` or `Delgar Ruiven`.
  private static func isDoubled(_ short: [String], _ long: [String]) -> Bool {
    let rest = short.dropLast()
    guard rest.elementsEqual(long.prefix(rest.count)) else { return false }
    if long.count == short.count {
      let (left, right) = (short[short.count - 1], long[long.count - 1])
      return pieces(of: right).contains(left) || pieces(of: left).contains(right)
    }
    return long.count == short.count + 1 && long[rest.count] == short[short.count - 1]
      && !isInitial(short[short.count - 1])
  }

  private static func pieces(of part: String) -> [String] {
    let pieces = part.split(separator: "-").map(String.init)
    return pieces.count > 1 ? pieces : []
  }

  /// Words between a name and the father's.
  private static let sons: Set = ["bin", "bint", "ibn"]

  private static func isInitial(_ part: String) -> Bool { part.utf8.count == 1 }

  /// How many groups of vowels a word has.
  private static func syllables(_ word: String) -> Int {
    var count = 0
    var isBehindVowel = false
    for letter in word.utf8 {
      let isVowel = "aeiouy".utf8.contains(letter)
      if isVowel, !isBehindVowel { count += 1 }
      isBehindVowel = isVowel
    }
    return count
  }
}
