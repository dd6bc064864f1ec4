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
    var letters = Array(word)
    if letters.count > 4, letters.suffix(2) == ["r", "e"] { letters.swapAt(letters.count - 2, letters.count - 1) }
    var result = ""
    for (index, letter) in letters.enumerated() {
      switch letter {
      case "c", "z": result.append("s")
      case "u" where index > 2 && letters[index - 1] == "o" && letters.dropFirst(index + 1).first == "r": continue
      default: result.append(letter)
      }
    }
    return result
  }
}
