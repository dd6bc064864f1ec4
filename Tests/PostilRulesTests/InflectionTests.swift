import Foundation
import Testing

@testable import PostilRules

/// The forms of words, by the tables of English that ship with the program.
@Suite struct InflectionTests {
  static let english = Inflections(lemmas: rows("lemmas"), endings: rows("inflections"))

  static func rows(_ table: String) -> [[String]] {
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let text = (try? String(contentsOfFile: checkout + "/rules/en/text/\(table).tsv", encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test(arguments: [
    ("decline", "decline declines declined declining"), ("sanction", "sanction sanctions sanctioned sanctioning"),
    ("deny", "deny denies denied denying denies"), ("stop", "stop stops stopped stopping"),
    ("go", "go goes went gone going"),
    ("pass", "pass passes passed passing"), ("agree", "agree agrees agreed agreeing"),
    ("strike", "strike strikes struck stricken striking"),
    ("deploy", "deploy deploys deployed deploying"), ("carry out", "carry out carries out carried out carrying out"),
    ("die", "die dies died dying"), ("attack", "attack attacks attacked attacking"),
  ])
  func `a verb has its forms`(word: String, forms: String) {
    let wanted = Set(forms.split(separator: " ").map(String.init).filter { $0 != "out" })
    let found = Self.english.forms(of: word, as: ["verb"]).map { $0.replacing(" out", with: "") }
    #expect(Set(found) == wanted)
    #expect(Set(found).count == found.count)
  }

  @Test(arguments: [
    ("crisis:noun", ["crisis", "crises"]), ("country:noun", ["country", "countries"]), ("day:noun", ["day", "days"]),
    ("woman:noun", ["woman", "women"]), ("heavy:adjective", ["heavy", "heavier", "heaviest"]),
    ("big:adjective", ["big", "bigger", "biggest"]),
    ("church:noun", ["church", "churches"]),
  ])
  func `a class has its own forms`(lemma: String, forms: [String]) {
    #expect(Lemma(lemma).forms(in: Self.english) == forms)
  }

  @Test(arguments: ["", "3", "de.cline", "decline:", "decline:adverb", "(x)"])
  func `what has no forms is told`(lemma: String) {
    #expect(Lemma(lemma).fault(in: Self.english) != nil)
  }

  @Test func `without tables every word is told`() {
    #expect(Lemma("decline").fault(in: .none)?.message == "no inflected forms are known for 'decline'")
  }
}
