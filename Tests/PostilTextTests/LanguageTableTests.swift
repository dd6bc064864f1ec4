import PostilText
import Testing

@Suite struct LanguageTableTests {
  @Test(arguments: [
    ("en", "en"), ("EN", "en"), ("en-GB", "en"), ("en_US", "en"), ("eng", "en"), ("English", "en"), (" english ", "en"),
    ("en_US.UTF-8", "en"), ("en, de", "en"), ("en-x-korr", "en"), ("de-AT", "de"), ("Deutsch", "de"), ("ger", "de"),
    ("français", "fr"), ("nb-NO", "no"), ("iw", "he"), ("zh-Hans-CN", "zh"), ("Tiếng  Việt", "vi"), ("cmn", "zh"),
    ("cy", "cy"), ("cy-GB", "cy"), ("gsw", "gsw"),
  ])
  func `a tag names a language in many ways`(tag: String, code: String) throws {
    #expect(try ShippedLanguages.table().code(of: tag) == code)
  }

  @Test(arguments: ["", " ", "und", "mul", "zxx", "x-default", "N/A", "unknown", "1", "Elvish tongue", "—"])
  func `what names no one language is none`(tag: String) throws {
    #expect(try ShippedLanguages.table().code(of: tag) == nil)
  }

  @Test func `a language that is not known is called by its code`() throws {
    let table = try ShippedLanguages.table()
    #expect(table.name(of: "de") == "German" && table.name(of: "cy") == "cy")
  }

  @Test func `no function word stands twice, in capitals, or is a letter such as formulas have`() throws {
    for language in try ShippedLanguages.table().languages {
      #expect(Set(language.functionWords).count == language.functionWords.count, "\(language.code)")
      #expect(language.functionWords.allSatisfy { $0 == $0.lowercased() }, "\(language.code)")
      #expect(language.functionWords.allSatisfy { $0.utf8.count > 1 }, "\(language.code)")
    }
  }

  @Test(arguments: [
    (["de", "German", "", "Latn", ""], LanguageFault.Kind.noShare("")),
    (["de", "German", "", "Latin", "30"], .unknownScript("Latin")), (["de", "German", "", "", "30"], .noScript),
    (["de", "German", "", "Latn", "many"], .noShare("many")),
  ])
  func `a row that cannot be read says why`(row: [String], kind: LanguageFault.Kind) throws {
    let fault = try #require(throws: LanguageFault.self) { try KnownLanguage(row: row, functionWords: ["und"]) }
    #expect(fault.language == "de" && fault.kind == kind)
  }
}
