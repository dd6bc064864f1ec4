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
    guard NameText.isASCII(name) else {
      let letters = name.split(whereSeparator: { $0 == " " || $0 == "-" }).compactMap(\.first).filter(\.isUppercase)
      return letters.count > 1 ? String(letters) : nil
    }
    var letters: [UInt8] = []
    var isBeginning = true
    for byte in name.utf8 {
      if isBeginning, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) { letters.append(byte) }
      isBeginning = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-")
    }
    return letters.count > 1 ? String(decoding: letters, as: UTF8.self) : nil
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
