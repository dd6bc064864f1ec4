import PostilModel

/// A text beside a page's own, such as its article in JSON-LD, in which the page's lines are looked up by their first letters.
struct OtherText {
  /// How many bytes of letters must be the same.
  private static let length = 40
  /// No more of a text is looked at, in bytes of letters.
  private static let reach = 200_000

  private let hashes: Set<UInt64>

  init(_ text: String) {
    let letters = Array(PageText.letters(of: text).utf8.prefix(Self.reach))
    hashes = Set(letters.indices.dropLast(Self.length - 1).map { Self.hash(letters[$0..<($0 + Self.length)]) })
  }

  /// Whether the first letters of `line` stand somewhere in it.
  func begins(with line: String) -> Bool {
    let letters = Array(PageText.letters(of: line.prefix(4 * Self.length)).utf8.prefix(Self.length))
    return letters.count == Self.length && hashes.contains(Self.hash(letters[...]))
  }

  private static func hash(_ letters: ArraySlice<UInt8>) -> UInt64 {
    var hash = FNV1a()
    for letter in letters { hash.add(letter) }
    return hash.value
  }
}
