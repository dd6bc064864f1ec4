import Foundation
import PostilModel
import PostilReaders
import Testing

/// Chats of WhatsApp.
@Suite struct WhatsAppTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let source: String
    let texts: [String]
    let authors: [String]
    let dates: [String?]
  }

  static let cases = [
    Case(
      testDescription: "Android, day first",
      source: """
        13/03/2024, 10:15 - Messages are encrypted from end to end.
        13/03/2024, 10:15 - Ada Brell: The bridge: is it öpen?
        Second line.

        01/04/2024, 23:05 - +44 20 7946 0000: <Media omitted>
        01/04/2024, 23:06 - Zoë: Yes 10:15 - no
        """, texts: ["The bridge: is it öpen?\nSecond line.", "Yes 10:15 - no"], authors: ["Ada Brell", "Zoë"],
      dates: ["2024-03-13T10:15:00", "2024-04-01T23:06:00"]),
    Case(
      testDescription: "iOS, American, with marks of direction and narrow spaces",
      source: """
        [3/5/24, 1:15:02\u{202F}PM] Korr: \u{200E}Messages are encrypted.
        \u{200E}[3/5/24, 1:16:02\u{202F}PM] Ada: \u{200E}image omitted
        [3/25/24, 12:16:02\u{202F}AM] Ada: é one
        """, texts: ["é one"], authors: ["Ada"], dates: ["2024-03-25T00:16:02"]),
    Case(
      testDescription: "German, with full stops", source: "05.03.24, 10:15 - Ada: Ja\n06.03.24, 10:15 - Bö: Nein",
      texts: ["Ja", "Nein"], authors: ["Ada", "Bö"], dates: ["2024-03-05T10:15:00", "2024-03-06T10:15:00"]),
    Case(
      testDescription: "Finnish, with a word before the clock",
      source: "[5.3.2024 klo 14.08.18] Ada: Joo\n[6.3.2024 klo 9.08.18] Bö: Ei",
      texts: ["Joo", "Ei"], authors: ["Ada", "Bö"], dates: ["2024-03-05T14:08:18", "2024-03-06T09:08:18"]),
    Case(
      testDescription: "year first", source: "2024/03/05 10:15 - Ada: Ja\n2024/03/06 10:15 - Bö: Nein",
      texts: ["Ja", "Nein"], authors: ["Ada", "Bö"], dates: ["2024-03-05T10:15:00", "2024-03-06T10:15:00"]),
    Case(
      testDescription: "Arabic digits and halves of the day",
      source:
        "\u{200F}٥\u{200F}/٣\u{200F}/٢٠٢٤، ١:١٥ م - آدا: افتتح الجسر\n\u{200F}١٥\u{200F}/٣\u{200F}/٢٠٢٤، ٩:١٥ ص - زوي: نعم",
      texts: ["افتتح الجسر", "نعم"], authors: ["آدا", "زوي"], dates: ["2024-03-05T13:15:00", "2024-03-15T09:15:00"]),
    Case(
      testDescription: "an order that only the sequence tells",
      source: "4/1/24, 10:15 - Ada: é\n5/1/24, 10:15 - Bo: b\n1/2/24, 10:15 - Bo: c", texts: ["é", "b", "c"],
      authors: ["Ada", "Bo", "Bo"], dates: ["2024-01-04T10:15:00", "2024-01-05T10:15:00", "2024-02-01T10:15:00"]),
    Case(
      testDescription: "an order that nothing tells", source: "4/4/24, 10:15 - Ada: é\n5/5/24, 10:15 - Bo: b",
      texts: ["é", "b"], authors: ["Ada", "Bo"], dates: [nil, nil]),
  ]

  @Test(arguments: cases)
  func `a message is a document, its day settled over the file`(_ c: Case) throws {
    for end in ["\n", "\r\n"] {
      let source = c.source.replacingOccurrences(of: "\n", with: end)
      let documents = try InputFile.documents(source, name: "WhatsApp Chat.txt")
      #expect(documents.map { $0.text.replacingOccurrences(of: "\r\n", with: "\n") } == c.texts)
      #expect(documents.map { $0.said("author") } == c.authors)
      #expect(documents.map { $0.date?.value } == c.dates)
      #expect(documents.map(\.id) == (1...c.texts.count).map { "WhatsApp Chat.txt#\($0)" })
      if c.dates.contains(nil) { #expect(documents.allSatisfy { $0.remarks.map(\.code) == ["I001"] }) }
    }
  }

  @Test(arguments: [
    "12/03/2024, 10:15 - the meeting begins\nNothing é more.", "[1/2/24] A note: é\n[1/2/24] B: c",
    "Ada: é\nBo: b",
  ])
  func `a text with days and clocks is a text`(_ text: String) throws {
    #expect(try InputFile.documents(text, name: "a.txt").map(\.text) == [text])
  }

  @Test func `a chat without words is told`() throws {
    let text = "13/03/2024, 10:15 - Ada: <Media omitted>\n13/03/2024, 10:15 - Ada: <é>"
    #expect(
      try InputFile.error(Array(text.utf8), name: "a.txt")?.hasSuffix("a chat of WhatsApp without any text to read")
        == true)
  }
}
