/// Letters that transliterations into Latin letters put for one letter of the script that a name comes from.
enum TransliterationTable {
  /// Where in a word the letters stand for each other.
  enum Place { case anywhere, beginning, end }

  /// Letters, and others that stand for the same.
  struct Row {
    let one: [UInt8]
    let other: [UInt8]
    let place: Place
    let freedom: Transliteration.Freedom
  }

  static let rows =
    consonants.map { row($0, $1) } + vowels.map { row($0, $1) } + beginnings.map { row($0, $1, .beginning) }
    + endings.map { row($0, $1, .end) } + shortVowels.map { row($0, $1, .anywhere, .shortVowels) }

  private static let consonants = [
    // ق; Persian has one sound for it and for غ.
    ("q", "k"), ("q", "g"), ("q", "gh"), ("g", "gh"),
    // ك, К, Κ
    ("ck", "k"), ("ca", "ka"), ("co", "ko"), ("cu", "ku"), ("cr", "kr"), ("cl", "kl"),
    // خ, Х, Χ, ח
    ("kh", "h"), ("ch", "h"), ("ch", "kh"),
    // ج
    ("dj", "j"), ("dzh", "j"),
    // Ж in English and French
    ("zh", "j"),
    // ش, Ш, Щ, Ч in English, French and German
    ("sh", "sch"), ("shch", "sch"), ("tch", "ch"), ("tsch", "ch"),
    // و, В
    ("w", "v"), ("ou", "w"), ("oua", "wa"),
    // ذ, ض, ث, Θ
    ("dh", "d"), ("th", "t"), ("ts", "tz"), ("ph", "f"), ("ks", "x"), ("gui", "gi"), ("gue", "ge"),
  ]
  private static let vowels = [
    // و, У, ου
    ("ou", "u"), ("oo", "u"), ("ou", "oo"),
    // ي, И, Й, Ы
    ("ee", "i"), ("y", "i"), ("iy", "i"), ("aye", "ae"), ("eye", "ee"), ("iye", "ie"),
    // ay
    ("ei", "ai"), ("ei", "ay"), ("ai", "ay"), ("ei", "ey"), ("ey", "ay"), ("ey", "ai"),
    // ä, ö, ü
    ("ae", "a"), ("oe", "o"), ("ue", "u"),
  ]
  private static let beginnings = [("ye", "e"), ("yu", "ju"), ("ya", "ja")]
  private static let endings = [
    // ة, which is silent
    ("ah", "a"), ("eh", "e"), ("oo", "o"),
    // -ий, -ій
    ("iy", "y"), ("ij", "i"), ("ij", "y"), ("yi", "y"), ("iyi", "i"),
    // -ов, -ев, -др
    ("off", "ov"), ("eff", "ev"), ("ndr", "nder"), ("uf", "ef"),
    // محمد, أحمد
    ("mad", "med"), ("mmad", "med"), ("mad", "mmed"),
  ]
  private static let shortVowels = [("e", "i"), ("o", "u"), ("o", "ou")]

  private static func row(
    _ one: String, _ other: String, _ place: Place = .anywhere, _ freedom: Transliteration.Freedom = .letters
  ) -> Row {
    Row(one: Array(one.utf8), other: Array(other.utf8), place: place, freedom: freedom)
  }
}
