import PostilModuleKit
import Testing

@testable import EntityExtraction

/// Texts and names by number.
@Suite struct SpellingsTests {
  @Test(arguments: ["", "é 👩‍👩‍👧 العراق "])
  func `a spelling is made once, wherever it stands`(prefix: String) {
    let spellings = Spellings()
    let utf8 = Array((prefix + "Ildra met Ildra").utf8)
    let start = prefix.utf8.count
    let first = spellings.spelling(at: Span(start: start, end: start + 5), in: utf8)
    let second = spellings.spelling(at: Span(start: start + 10, end: start + 15), in: utf8)
    #expect(first === second)
    #expect(first === spellings.spelling(of: "Ildra"))
    #expect(first.text == "Ildra")
    #expect(spellings.count == 1)
  }

  @Test func `texts that are equal have one number, though their bytes differ`() {
    let spellings = Spellings()
    let composed = spellings.spelling(of: "Jos\u{E9}")
    let apart = spellings.spelling(of: "Jose\u{301}")
    #expect(composed !== apart)
    #expect(composed.number == apart.number)
    #expect(Array(apart.text.utf8) == Array("Jose\u{301}".utf8))
    #expect(spellings.number(of: "\u{212A}orr") == spellings.number(of: "Korr"))
    #expect(spellings.number(of: "Jose") != composed.number)
  }

  @Test func `ten thousand spellings are told apart, and forgotten between two documents`() {
    let spellings = Spellings()
    let numbers = (0..<10_000).map { spellings.number(of: "Ildra \($0)") }
    #expect(Set(numbers).count == 10_000)
    #expect((0..<10_000).allSatisfy { spellings.number(of: "Ildra \($0)") == numbers[$0] })
    spellings.forgetMany()
    #expect(spellings.count == 0)
  }

  @Test func `few spellings are kept for the next document`() {
    let spellings = Spellings()
    let known = spellings.spelling(of: "Ildra")
    spellings.forgetMany()
    #expect(spellings.spelling(of: "Ildra") === known)
  }

  @Test func `a spelling names things of several kinds`() {
    let spellings = Spellings()
    let spelling = spellings.spelling(of: "Torvex Mining Ltd")
    let company = spellings.name(spelling, .organization, isCompany: true)
    #expect(company === spellings.name(spelling, .organization, isCompany: true))
    #expect(company.key == spellings.key(spellings.spelling(of: "Torvex Mining"), .organization))
    #expect(spellings.name(spelling, .organization, isCompany: false).key != company.key)
    #expect(spellings.name(spelling, .person, isCompany: false).person?.name.parts == ["torvex", "mining", "ltd"])
  }

  @Test func `invisible characters stand in the spelling but not in the name`() {
    let spellings = Spellings()
    let name = spellings.name(spellings.spelling(of: "Il\u{AD}dra\u{A0} Torvex"), .person, isCompany: false)
    #expect(name.text == "Ildra Torvex")
    #expect(
      name.person?.number
        == spellings.name(spellings.spelling(of: "Ildra Torvex"), .person, isCompany: false).person?.number)
  }

  @Test func `a document's first spelling stands for the equal ones`() {
    let made = HandMade("Jos\u{E9} met Jose\u{301}", [])
    var maker = made.maker
    let utf8 = made.document.utf8
    let first = maker.mention(Span(start: 0, end: 5), .person, .sure, by: .decision(.term))
    let second = maker.mention(Span(start: utf8.count - 6, end: utf8.count), .person, .sure, by: .decision(.term))
    #expect(first.name === second.name)
  }

  @Test(arguments: [
    ("Mira Kostrel", "Mira Kostrel"), ("MIRA KOSTREL", "Mira Kostrel"), ("Mira al-Quaar’", "Mira Al-Quaar"),
    ("Ma’aruf Holm", "Ma’aruf Holm"), ("Baa' Holm", "Ba Holm"), ("AL-QUAR", "Al-Quar"), ("Élan Holm", "Élan Holm"),
  ])
  func `a person is reported in the plain spelling`(text: String, reported: String) {
    let spellings = Spellings()
    let name = spellings.name(spellings.spelling(of: text), .person, isCompany: false)
    #expect(name.reported(hasAcronym: false) == reported)
  }

  @Test func `capitals of a body are reported as words unless they are an acronym`() {
    let spellings = Spellings()
    let name = { spellings.name(spellings.spelling(of: $0), .organization, isCompany: false) }
    #expect(name("VELMORA BOARD").reported(hasAcronym: false) == "Velmora Board")
    #expect(name("VELMORA BOARD").reported(hasAcronym: true) == "VELMORA BOARD")
    #expect(name("VWX").reported(hasAcronym: false) == "VWX")
    #expect(name("VELMORA").reported(hasAcronym: false) == "Velmora")
  }
}
