import PostilNames
import Testing

/// Keys from bytes are those that the characters give.
@Suite struct NameKeyTests {
  static let names = [
    "Velmora Water Authority", "Ministry of Defence", "Labour Centre", "The Theatre", "Four-Colour Press", "A", "", " ",
    "our", "Organisation for the Behaviour of Tides", "Élan Holm", "E\u{301}lan Holm", "Straße der Häfen",
    "العراق وزارة",
    "習近平", "Ma’aruf al-Quar", "Abd al-Rahman Qorvani", "Abdel Rahman", "abdelrahman Holm", "Abdul-Rahman Holm",
    "Orin Valdt Jr.", "Valdt, Orin", "Valdt, Jr.", "al-Quar", "Al", "al al", "el-", "-", "- -", "Jean--Luc  Marchand",
    "Qu\u{AD}ar", "Kim Dae-ho", "Kim Dae-\u{301}ho", "VWX", "V.W.X.", "U.N. High-Level Board", "İzmir", "Øre Ærø",
    "K Holm", "Holm\u{A0}Quar", "Holm\nQuar", "ൎ quar", "👩‍👩‍👧 Holm", "H2O Board 3", "Abd", "Abd Holm", "Ash Holm", "Ul",
  ]

  @Test(arguments: names)
  func `a body's key is that of its folded words`(name: String) {
    let words = NameText.fold(name).split(separator: " ").map { word in
      var letters = Array(word.utf8)
      if letters.count > 4, letters.suffix(2) == Array("re".utf8)[...] {
        letters.swapAt(letters.count - 2, letters.count - 1)
      }
      let silent = letters.indices.filter {
        letters[$0] == UInt8(ascii: "u") && $0 > 2 && letters[$0 - 1] == UInt8(ascii: "o")
          && letters[($0 + 1)...].first == UInt8(ascii: "r")
      }
      let kept = letters.indices.filter { !silent.contains($0) }.map { letters[$0] }
      return String(decoding: kept.map { "cz".utf8.contains($0) ? UInt8(ascii: "s") : $0 }, as: UTF8.self)
    }
    #expect(BodyName.key(name) == words.joined(separator: " "))
  }

  @Test(arguments: names)
  func `initials are the capitals of the words`(name: String) {
    let letters = name.split { $0 == " " || $0 == "-" }.compactMap(\.first).filter(\.isUppercase)
    #expect(BodyName.initials(name) == (letters.count > 1 ? String(letters) : nil))
  }

  @Test(arguments: names)
  func `an identifier joins the folded words by hyphens`(name: String) {
    let words = NameText.fold(name).utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
    #expect(NameText.identifier(name) == words.map { "\(Substring($0))" }.joined(separator: "-"))
    #expect(NameText.identifier(folded: NameText.fold(name)) == NameText.identifier(name))
  }

  static let persons: [(name: String, parts: [String], suffix: String?)] = [
    ("Mira Kostrel", ["mira", "kostrel"], nil), ("Orin Valdt Jr.", ["orin", "valdt"], "jr"),
    ("Valdt, Orin", ["orin", "valdt"], nil), ("Abd al-Rahman Qorvani", ["abdulrahman", "qorvani"], nil),
    ("Abdelrahman Holm", ["abdulrahman", "holm"], nil), ("Abdul-Rahman Holm", ["abdul-rahman", "holm"], nil),
    ("al-Quar", ["quar"], nil), ("Al", ["al"], nil), ("al Quar", ["quar"], nil), ("Al Al", [], nil),
    ("el-", ["el"], nil),
    ("Jean--Luc Marchand", ["jean-luc", "marchand"], nil), ("Élan Ærø", ["elan", "aero"], nil), ("Jr", ["jr"], nil),
    ("العراق وزارة", ["العراق", "وزارة"], nil), ("", [], nil), ("Abdel", ["abdel"], nil),
  ]

  @Test(arguments: persons)
  func `a person's name has its parts`(name: String, parts: [String], suffix: String?) {
    let person = PersonName(name)
    #expect(person.suffix == suffix)
    #expect(person.parts == parts)
  }
}
