/// The parts of a person's name that tell it from others.
struct PersonName: Hashable {
  /// Folded, without articles (`al-`), the surname last.
  let parts: [String]

  init(_ name: String) {
    var parts: [String] = []
    for word in NameText.fold(name).split(separator: " ") {
      var pieces = word.split(separator: "-").map(String.init)
      if let first = pieces.first, Self.articles.contains(first), pieces.count > 1 || !parts.isEmpty {
        pieces.removeFirst()
      }
      if !pieces.isEmpty { parts.append(pieces.joined(separator: "-")) }
    }
    self.parts = parts
  }

  private static let articles: Set = ["al", "el", "ad", "an", "ar", "as", "at", "ash", "az", "ul"]

  /// Whether `other`, of two or more parts too, may be the same name: surnames and first names agree, and the parts of the
  /// shorter stand in the longer in the same order.
  func agrees(with other: PersonName) -> Bool {
    guard parts.count > 1, other.parts.count > 1 else { return self == other }
    guard Self.agree(parts[0], other.parts[0]), Self.agree(parts[parts.count - 1], other.parts[other.parts.count - 1])
    else { return false }
    let (short, long) = parts.count <= other.parts.count ? (parts, other.parts) : (other.parts, parts)
    var next = 0
    for part in long where next < short.count && Self.agree(part, short[next]) { next += 1 }
    return next == short.count
  }

  /// Whether this is the surname, or the end, of `other`.
  func isShortForm(of other: PersonName) -> Bool {
    guard parts.count < other.parts.count, !parts.isEmpty else { return false }
    return other.parts.suffix(parts.count).elementsEqual(parts)
  }

  /// Equal, an initial of the other, or the same consonants.
  private static func agree(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    if left.count == 1 || right.count == 1 { return left.first == right.first }
    let skeletons = (skeleton(left), skeleton(right))
    return skeletons.0.count > 1 && skeletons.0 == skeletons.1
  }

  /// The consonants, those that transliterations confuse made one, doubled ones single.
  static func skeleton(_ part: String) -> String {
    var result = ""
    var text = part
    for (long, short) in [("sh", "ş"), ("ch", "ş"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f")] {
      text = Self.replacing(long, with: short, in: text)
    }
    for character in text where !"aeiouywh-".contains(character) {
      let plain: Character =
        switch character {
        case "q", "c": "k"
        case "z": "s"
        case "v": "f"
        default: character
        }
      if result.last != plain { result.append(plain) }
    }
    if let first = part.first, "aeiou".contains(first) { result = "a" + result }
    return result
  }

  private static func replacing(_ long: String, with short: String, in text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while !rest.isEmpty {
      if rest.hasPrefix(long) {
        result += short
        rest = rest.dropFirst(long.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}
