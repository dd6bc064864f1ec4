import PostilReports
import Testing

/// Texts measured and cut in columns of a terminal.
@Suite struct TextColumnsTests {
  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("محمّد", 4), ("王小明", 6), ("한국", 4), ("ｗｉ", 4), ("👩‍👩‍👧", 2), ("🇮🇶", 2), ("✅", 2),
    ("so\u{AD}ft", 4), ("", 0), ("ши́ло", 4), ("क्षि", 3),
  ])
  func `a text takes the columns that terminals give it`(_ c: (text: String, columns: Int)) {
    #expect(TextColumns.width(of: c.text) == c.columns)
  }

  @Test(arguments: [
    ("Mira Kostrel", 12, "Mira Kostrel", "Mira Kostrel"), ("Mira Kostrel", 6, "Mira …", "…strel"),
    ("王小明", 4, "王…", "…明"),
    ("محمّد", 3, "مح…", "…مّد"), ("abc", 1, "…", "…"), ("abc", 0, "", ""), ("👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…", "…👩‍👩‍👧"),
  ])
  func `what is too long is cut at either end`(_ c: (text: String, columns: Int, end: String, front: String)) {
    #expect(TextColumns.cut(c.text, to: c.columns) == c.end)
    #expect(TextColumns.cutFront(c.text, to: c.columns) == c.front)
  }

  @Test func `blanks fill up columns on either side`() {
    #expect(TextColumns.padded("王é", to: 5) == "王é  ")
    #expect(TextColumns.padded("王é", to: 5, isRight: true) == "  王é")
  }

  @Test(arguments: [
    ("é and then some more", 8, ["é and", "  then", "  some", "  more"]), ("short", 40, ["short"]),
    ("averyveryverylongword é", 10, ["averyvery…", "  é"]), ("", 5, [""]), ("  é b c", 4, ["  é", "  b", "  c"]),
  ])
  func `a sentence is broken between words`(_ c: (text: String, columns: Int, lines: [String])) {
    #expect(TextColumns.wrapped(c.text, to: c.columns) == c.lines)
  }
}
