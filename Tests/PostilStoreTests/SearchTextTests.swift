import Testing

@testable import PostilStore

/// Text as people type it.
@Suite struct SearchTextTests {
  /// Two spellings of one word.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let written: String
    let typed: String
  }

  static let same = [
    Case(testDescription: "Arabic marks", written: "محمّد", typed: "محمد"),
    Case(testDescription: "tatweel", written: "السودانـــي", typed: "السوداني"),
    Case(testDescription: "alef with hamza", written: "أحمد", typed: "احمد"),
    Case(testDescription: "alef with hamza below, and madda", written: "إبراهيم آل", typed: "ابراهيم ال"),
    Case(testDescription: "alef wasla", written: "ٱلله", typed: "الله"),
    Case(testDescription: "yeh without dots, and Persian yeh", written: "مصطفى علی", typed: "مصطفي علي"),
    Case(testDescription: "hamza on its bearers", written: "مؤمن رئيس", typed: "مومن رييس"),
    Case(testDescription: "hamza alone", written: "بهاء", typed: "بها"),
    Case(testDescription: "Arabic letters by their place", written: "ﻣﺤﻤﺪ ﷲ", typed: "محمد الله"),
    Case(testDescription: "marks in either order, decomposed", written: "محم\u{651}\u{64E}د", typed: "محمد"),
    Case(testDescription: "Arabic digits", written: "٢٠٢٤ ۱۲", typed: "2024 12"),
    Case(testDescription: "Hebrew points", written: "שָׁלוֹם", typed: "שלום"),
    Case(testDescription: "Greek tonos, composed", written: "Αθήνα", typed: "Αθηνα"),
    Case(testDescription: "Greek tonos, decomposed", written: "Αθη\u{301}να", typed: "Αθήνα"),
    Case(testDescription: "Greek breathings, and sigma at the end", written: "ἄνθρωπος", typed: "ανθρωποσ"),
    Case(testDescription: "Cyrillic stress", written: "Ивано\u{301}в", typed: "Иванов"),
    Case(testDescription: "yo", written: "Горбачёв", typed: "Горбачев"),
    Case(testDescription: "yo, decomposed", written: "Горбаче\u{308}в", typed: "Горбачев"),
    Case(testDescription: "short i in either form", written: "Валери\u{306}", typed: "Валерй"),
    Case(testDescription: "soft hyphens and direction marks", written: "Kos\u{AD}trel\u{200F}", typed: "Kostrel"),
    Case(testDescription: "apostrophe letters", written: "Oʼneil ʿAli", typed: "O’neil ’Ali"),
    Case(
      testDescription: "Latin letters without accents to lose", written: "Østergård Łukasz", typed: "Ostergård Lukasz"),
    Case(testDescription: "wide letters", written: "Ｋorr", typed: "Korr"),
  ]

  @Test(arguments: same, ["", "«é» 👩‍👩‍👧 "])
  func `spellings of one word are searched for alike`(_ c: Case, _ prefix: String) {
    #expect(
      Array(SearchText.words(prefix + c.written).unicodeScalars)
        == Array(SearchText.words(prefix + c.typed).unicodeScalars))
  }

  @Test(arguments: ["plain", "O'Neil’s café naïve", "王小明", "한국", "क्षि", "“quoted” – dash", "يحي", "Київ", "йод", "Ѓорѓи"])
  func `other text stays as it is`(_ text: String) {
    #expect(Array(SearchText.words(text).unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test(arguments: [
    ("Zoë O’Neil", "zoe oneil"), ("O'NEIL  ZOE", "oneil zoe"), ("F.K.D.", "fkd"), ("محمّد السوداني", "محمد السوداني"),
    ("Горбачёв", "горбачев"), ("ΑΘΉΝΑ", "αθηνα"), ("Al-Sudani", "al-sudani"),
  ])
  func `names have one key however they are typed`(_ c: (name: String, key: String)) {
    #expect(SearchText.name(c.name) == c.key)
  }

  @Test(arguments: [
    ("SELECT 'محمّد' WHERE x MATCH 'محمّد'", "SELECT 'محمّد' WHERE x MATCH 'محمد'"),
    (
      "x match /* it''s 'é' */ -- 'q'\n 'Горбачёв OR \"ё ё\"'", "x match /* it''s 'é' */ -- 'q'\n 'Горбачев OR \"е е\"'"
    ),
    ("'it''s MATCH ' || 'ё'", "'it''s MATCH ' || 'ё'"),
    ("\"MATCH\" 'ё' [MATCH] 'ё' `MATCH` 'ё'", "\"MATCH\" 'ё' [MATCH] 'ё' `MATCH` 'ё'"),
    ("rematch 'ё'", "rematch 'ё'"), ("x MATCH 'O''Нёil", "x MATCH 'O''Неil"), ("x MATCH", "x MATCH"),
    ("x MATCH ?1", "x MATCH ?1"),
  ])
  func `only what stands behind MATCH is rewritten`(_ c: (sql: String, searchable: String)) {
    #expect(SQLText(c.sql).searchable == c.searchable)
  }
}
