/// Keys by which spellings of the names of organizations and places are compared.
public enum BodyName {
  /// Folded words in which British and American spellings are equal: defence and defense, labour and labor.
  public static func key(_ name: String) -> String {
    var key: [UInt8] = []
    for word in NameText.words(of: NameText.fold(name)) {
      if !key.isEmpty { key.append(UInt8(ascii: " ")) }
      addPlain(Array(word.utf8), to: &key)
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// The capitals of the words, small words left out; nil for a single word.
  public static func initials(_ name: String) -> String? {
    let separators: [UInt8] = [UInt8(ascii: " "), UInt8(ascii: "-")]
    guard name.utf8.contains(where: separators.contains) else { return nil }
    let words =
      NameText.isASCII(name)
      ? name.utf8.split(whereSeparator: separators.contains).map { Substring($0) }
      : name.split(whereSeparator: { $0 == " " || $0 == "-" })
    let letters = words.compactMap(\.first).filter(\.isUppercase)
    return letters.count > 1 ? String(letters) : nil
  }

  private static func addPlain(_ word: [UInt8], to key: inout [UInt8]) {
    var letters = word
    if letters.count > 4, letters.suffix(2).elementsEqual("re".utf8) {
      letters.swapAt(letters.count - 2, letters.count - 1)
    }
    for (index, letter) in letters.enumerated() {
      switch letter {
      case UInt8(ascii: "c"), UInt8(ascii: "z"): key.append(UInt8(ascii: "s"))
      case UInt8(ascii: "u")
      where index > 2 && index + 1 < letters.count && letters[index - 1] == UInt8(ascii: "o")
        && letters[index + 1] == UInt8(ascii: "r"):
        continue
      default: key.append(letter)
      }
    }
  }
}
