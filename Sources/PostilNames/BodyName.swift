/// Keys by which spellings of the names of organizations and places are compared.
public enum BodyName {
  /// Folded words in which British and American spellings are equal: defence and defense, labour and labor.
  public static func key(_ name: String) -> String {
    NameText.fold(name).split(separator: " ").map { plain(String($0)) }.joined(separator: " ")
  }

  /// The capitals of the words, small words left out; nil for a single word.
  public static func initials(_ name: String) -> String? {
    let letters = name.split(whereSeparator: { $0 == " " || $0 == "-" }).compactMap(\.first).filter(\.isUppercase)
    return letters.count > 1 ? String(letters) : nil
  }

  private static func plain(_ word: String) -> String {
    var letters = Array(word.utf8)
    if letters.count > 4, letters.suffix(2).elementsEqual("re".utf8) {
      letters.swapAt(letters.count - 2, letters.count - 1)
    }
    var result: [UInt8] = []
    for (index, letter) in letters.enumerated() {
      switch letter {
      case UInt8(ascii: "c"), UInt8(ascii: "z"): result.append(UInt8(ascii: "s"))
      case UInt8(ascii: "u")
      where index > 2 && letters[index - 1] == UInt8(ascii: "o")
        && letters.dropFirst(index + 1).first == UInt8(ascii: "r"):
        continue
      default: result.append(letter)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
