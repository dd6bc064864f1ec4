import PostilModel
import Testing

@Suite struct OneLineTests {
  @Test(arguments: [
    ("", ""), ("Ann Korr", "Ann Korr"), (" Ann", "Ann"), ("Ann ", "Ann"), ("Ann  Korr", "Ann Korr"),
    ("Ann\r\nKorr", "Ann Korr"),
    ("Ann\tKorr\n", "Ann Korr"), ("É\u{A0}Korr", "É Korr"), ("日本\u{3000}語", "日本 語"), ("a – b", "a – b"),
    ("\u{2028}a\u{85}b", "a b"),
    (" \n", ""), ("Šárka Kós", "Šárka Kós"),
  ])
  func `white space becomes single spaces`(_ text: String, _ line: String) { #expect(text.onOneLine == line) }
}
