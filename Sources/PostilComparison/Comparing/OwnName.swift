import Foundation

/// A group's own name in its many forms: `FoxNews` and `Fox News`, `The Washington Times` and `Washington Times`, `wash-post` and
/// `Washington Post`, `nyt` and `New York Times`.
struct OwnName: Equatable {
  /// The metadata whose values are names of who publishes; what is grouped by others has no own names.
  ///
  /// The likelier to name an outlet stand first.
  static let fields = ["outlet", "publisher", "publication", "newspaper", "site", "source"]

  /// How an item is such a name.
  enum Likeness {
    /// It is the name.
    case same
    /// It begins with the name, as `Fox News Sunday` does.
    case longer
  }

  /// Initials of fewer letters are those of too many names.
  private static let fewestInitials = 3
  /// What may stand in front of a name or not, in the languages whose papers have it there.
  private static let articles: Set<String> = [
    "the", "le", "la", "les", "l", "el", "los", "las", "il", "lo", "der", "die", "das", "de", "het", "o", "os", "al",
  ]
  /// The most words behind a name that still belong to it.
  private static let mostAdded = 2

  private let words: [String]
  private let joined: String

  /// - Parameter value: The group's value of the field; of an address its first label counts.
  init(_ value: String) {
    words = Self.words(of: Self.withoutDomain(value))
    joined = words.joined()
  }

  /// How the item called `name` is this name; nil when it is another.
  func likeness(of name: String) -> Likeness? {
    guard !joined.isEmpty else { return nil }
    let item = Self.words(of: name)
    let starts = Self.hasArticle(item) ? [item, Array(item.dropFirst())] : [item]
    if starts.contains(where: isSame) { return .same }
    for start in starts {
      for count in start.indices.dropFirst().reversed() where start.count - count <= Self.mostAdded {
        if isSame(Array(start.prefix(count))) { return .longer }
      }
    }
    return nil
  }

  private func isSame(_ item: [String]) -> Bool {
    let own = Self.hasArticle(words) ? [words, Array(words.dropFirst())] : [words]
    return own.contains { own in
      own.joined() == item.joined() || Self.isInitials(own, of: item) || Self.isInitials(item, of: own)
        || Self.abbreviates(own, item) || Self.abbreviates(item, own)
    }
  }

  private static func isInitials(_ short: [String], of words: [String]) -> Bool {
    let letters = short.joined()
    return letters.count >= fewestInitials && words.count == letters.count
      && letters == String(words.compactMap(\.first))
  }

  /// Whether every word begins its counterpart, as in `wash-post` and `Washington Post`.
  private static func abbreviates(_ short: [String], _ long: [String]) -> Bool {
    short.count >= 2 && short.count == long.count && zip(short, long).allSatisfy { $0.count >= 2 && $1.hasPrefix($0) }
  }

  private static func hasArticle(_ words: [String]) -> Bool {
    words.count > 1 && articles.contains(words[0])
  }

  /// `foxnews` of `www.foxnews.com`.
  private static func withoutDomain(_ value: String) -> String {
    let labels = value.split(separator: ".").map(String.init)
    guard labels.count > 1, !value.contains(where: \.isWhitespace), labels.last?.allSatisfy(\.isLetter) == true,
      labels.allSatisfy({ $0.count > 1 })
    else { return value }
    return labels.first { $0 != "www" } ?? value
  }

  /// Runs of letters and digits without case and accents, divided where a capital follows a small letter; an apostrophe divides nothing.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var isOpen = false
    var isAfterSmall = false
    for character in text.folding(options: .diacriticInsensitive, locale: nil) where !"'’.".contains(character) {
      let isPart = character.isLetter || character.isNumber
      if isPart, isOpen, !(isAfterSmall && character.isUppercase) {
        words[words.count - 1] += character.lowercased()
      } else if isPart {
        words.append(character.lowercased())
      }
      (isOpen, isAfterSmall) = (isPart, isPart && character.isLowercase)
    }
    return words
  }
}

extension Comparison.Row {
  /// The group whose own name the item is, or has in it; nil when it is none's.
  ///
  /// A longer name is one only where it is the more frequent in that group than in those of other names: `Times Square` is no name of the `Times`.
  func owner(among names: [OwnName]) -> Int? {
    guard [.entity, .pair, .source, .target].contains(facet) else { return nil }
    let parts = parts
    return names.indices.first { group in
      parts.contains { part in
        switch names[group].likeness(of: part) {
        case .same: true
        case .longer: sides.indices.allSatisfy { names[$0] == names[group] || sides[$0].rate < sides[group].rate }
        case nil: false
        }
      }
    }
  }
}
