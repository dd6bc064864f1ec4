import PostilModel
import Testing

/// What elements of a page say of themselves, held against what stands in and around them.
@Suite struct PageLabelTests {
  private static let sentence =
    "Émilie Roche 🙂 said in العراق on Monday that the harbour would open again, and that no one had been asked to leave. "

  private func text(_ body: String) throws -> String {
    try PageFile.document("<!doctype html><html lang=en><title>The harbour</title><body>\(body)</body></html>").text
  }
  private static func paragraphs(_ count: Int) -> String {
    (1...count).map { "<p>Paragraph \($0). \(sentence)</p>" }.joined()
  }

  @Test(arguments: ["popup", "related", "share-count", "menu-item", "comment-ref", "teaser", "ad"])
  func `words in the middle of a sentence stay, whatever their element is called`(_ name: String) throws {
    let inside = "é She was a <a class=\"\(name)\" href=\"/x\">rather elderly</a> captain, <b>\(Self.sentence)</b>"
    let text = try text("<div><p>\(inside)</p><p>\(inside)</p>\(Self.paragraphs(2))</div>")
    #expect(text.contains("é She was a rather elderly captain, Émilie"))
  }

  @Test func `words behind a sentence that are called a share bar are left out`() throws {
    let text = try text("<p>\(Self.sentence)<span class=share>Tell your friends</span></p>\(Self.paragraphs(2))")
    #expect(text.contains("Paragraph 2.") && !text.contains("friends"))
  }

  @Test func `what is called a menu and has nothing to choose is none`() throws {
    let formula = "<x-formula class=\"CtxtMenu_Attached\">é = mc²</x-formula>"
    let menu = "<div class=menu><a href=/a>Home</a> and others</div>"
    let text = try text("<div>\(menu)\(Self.paragraphs(2))<h2>The law</h2>\(formula)\(Self.paragraphs(2))</div>")
    #expect(text.contains("The law\n\né = mc²") && !text.contains("Home"))
  }

  @Test(arguments: ["sidebar", "widget", "footer"])
  func `a long part around a short article is left out where the article names itself`(_ name: String) throws {
    let article = "<div class=\"post hentry\"><div class=entry-content>\(Self.paragraphs(2))</div></div>"
    let other = (1...9).map { "<p>Notice \($0). \(Self.sentence)</p>" }.joined()
    let text = try text("<div>\(article)<div class=\(name)>\(other)</div></div>")
    #expect(text.contains("Paragraph 2.") && !text.contains("Notice"))
    #expect(try self.text("<div><p>Short.</p><div class=\(name)>\(other)</div></div>").contains("Notice 9."))
  }

  @Test func `a form to write into is left out, one to choose from stays`() throws {
    let fields =
      "<form><p>Please copy the seven digits from the picture above into the field that follows it.</p><input><textarea></textarea></form>"
    let poll =
      "<form><p>Should the harbour of the town stay closed for the rest of the winter?</p><label><input type=radio>Yes, it should</label><label><input type=radio>No</label></form>"
    let text = try text("<div>\(Self.paragraphs(4))\(poll)\(Self.paragraphs(4))\(fields)</div>")
    #expect(text.contains("rest of the winter?") && text.contains("Yes, it should\nNo"))
    #expect(!text.contains("seven digits"))
    #expect(try self.text("<form>\(Self.paragraphs(3))<input type=text></form>").contains("Paragraph 3."))
  }

  @Test func `a heading above a picture with a caption stays`() throws {
    let figure = "<figure><img src=x><figcaption>The captain on Tuesday</figcaption></figure>"
    let text = try text("<div>\(Self.paragraphs(2))<h3>Why now</h3>\(figure)\(Self.paragraphs(2))</div>")
    #expect(text.contains("Why now\n\nParagraph 1.") && !text.contains("captain on Tuesday"))
  }

  @Test func `the day between the lead and the text is left out, times of entries stay`() throws {
    let lead = "<h1>The harbour</h1><p>A short story of a town that nobody had asked, and of what it did then.</p>"
    let day = "<div><time>5 March 2024</time></div><div>|</div>"
    let entry = "<div><time>10:35 on Tuesday</time></div>"
    let text = try text("<article>\(lead)\(day)\(Self.paragraphs(2))\(entry)\(Self.paragraphs(2))</article>")
    #expect(!text.contains("5 March") && !text.contains("|") && text.contains("10:35 on Tuesday"))
  }

  @Test func `a heading in a box of its own above the text stays`() throws {
    let text = try text(
      "<div><div><h1>Imprint</h1></div><div><h2>As the law asks</h2></div><div>\(Self.paragraphs(4))</div></div>")
    #expect(text.contains("As the law asks\n\nParagraph 1."))
  }
}
