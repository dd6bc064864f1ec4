import Foundation
import PostilModel
import PostilReaders
import Testing

/// Exports from Nexis as text, in their old form and the new one.
@Suite struct NexisTests {
  private static let classic = """
    \u{FEFF}
    Download Request: Selected Items: 1-3
    Time Of Request: Friday, March 22, 2019  16:51:31

    Terms: (bridge and Velmora)


                                   1 of 3 DOCUMENTS



                              The Velmora Courier (Velmora)

                                March 5, 2019 Tuesday
                                    Edition 1;
                                    Scotland

    Sûreté: bridge to Korr opens after nine years, and nobody can say what it cost
    the town

    BYLINE: Zoë Kostrel

    SECTION: NEWS; Pg. 6

    LENGTH: 61 words

    DATELINE: KORR

    The bridge to Korr opened on Tuesday after nine years of work, and Mayor Émile
    Brandt walked across it first. “We waited long,” he said, while the crowd of
    some hundred stood in the rain.

    LANGUAGE: never stop learning new ones, said a banner.

    Three stalls were there:
    - bread
    - honey

    GRAPHIC: Zoë Kostrel walks.

    LOAD-DATE: March 6, 2019

    LANGUAGE: ENGLISH

    PUBLICATION-TYPE: Newspaper


                         Copyright 2019 Velmora Press Ltd
                                All Rights Reserved

                                   2 of 3 DOCUMENTS


                    Copyright 2019 Korr Verlag GmbH
                         Alle Rechte vorbehalten

                                 Korrer Zeitung

                             6. März 2019 Mittwoch

    Brücke eröffnet

    LÄNGE: 8 Wörter

    Die Brücke nach Korr ist offen.

    UPDATE: 7. März 2019

    SPRACHE: GERMAN; DEUTSCH

                                   3 of 3 DOCUMENTS

                                 Velmora Daily

                               March 2019

    HEADLINE: Ferry stops

    LENGTH: 5 words

    BODY: The ferry made its last trip.
    """

  private static let modern = """
    Date and Time: Thursday, 11 January 2024 10:22:00 GMT
    Job Number: 214365870
    Documents (2)
    1. Bridge to Korr opens
    Client/Matter: -None-
    Search Terms: bridge
    2. جسر جديد في كور
    Client/Matter: -None-

    Bridge to Korr opens
    Velmora Courier
    January 10, 2024 Wednesday 10:15 AM GMT
    Copyright 2024 Velmora Press All Rights Reserved
    Section:\u{A0}NEWS; Pg. 3
    Length:\u{A0}40 words
    Byline:\u{A0}Zoë Kostrel
    Body

    The bridge to Korr opened on Wednesday after nine years of work, and Mayor Émile Brandt walked across it first.
    He thanked the builders.

    Graphic

    The bridge.

    Classification

    Language:\u{A0}ENGLISH
    Publication-Type: Newspaper
    Load-Date:\u{A0}January 11, 2024

    End of Document

    جسر جديد في كور
    بريد فيلمورا
    10 يناير 2024 الأربعاء
    Copyright 2024 Velmora Press All Rights Reserved
    Length:\u{A0}6 words
    Body
    افتتح الجسر الجديد في كور يوم الأربعاء.
    Load-Date:\u{A0}January 11, 2024
    Language:\u{A0}ARABIC; العربية
    End of Document
    """

  @Test func `the old form gives each article with what stands about it`() throws {
    let documents = try InputFile.documents(Self.classic, name: "export.TXT")
    #expect(documents.map(\.id) == ["export.TXT#1", "export.TXT#2", "export.TXT#3"])
    let first = documents[0]
    #expect(
      first.text == """
        Sûreté: bridge to Korr opens after nine years, and nobody can say what it cost the town

        The bridge to Korr opened on Tuesday after nine years of work, and Mayor Émile Brandt walked across it first. “We waited long,” he said, while the crowd of some hundred stood in the rain.

        LANGUAGE: never stop learning new ones, said a banner.

        Three stalls were there:
        - bread
        - honey
        """)
    #expect(first.date == DocumentDate(value: "2019-03-05", origin: .record))
    #expect(first.said("outlet") == "The Velmora Courier (Velmora)")
    #expect(first.said("author") == "Zoë Kostrel" && first.said("section") == "NEWS; Pg. 6")
    #expect(first.said("edition") == "Edition 1; Scotland" && first.said("language") == "en")
    #expect(first.said("file") == "export.TXT" && first.said("member") == "1")
    #expect(first.metadata["line"] == 12)
  }

  @Test func `the interface may be German, the day be missing, the body have a label`() throws {
    let documents = try InputFile.documents(Self.classic, name: "export")
    #expect(documents[1].text == "Brücke eröffnet\n\nDie Brücke nach Korr ist offen.")
    #expect(documents[1].date?.value == "2019-03-06")
    #expect(documents[1].said("outlet") == "Korrer Zeitung" && documents[1].said("language") == "de")
    #expect(documents[2].text == "Ferry stops\n\nThe ferry made its last trip.")
    #expect(documents[2].date == nil && documents[2].remarks.map(\.code) == ["I001"])
    #expect(documents[2].said("outlet") == "Velmora Daily")
  }

  @Test(arguments: ["\n", "\r\n"])
  func `the new form has no article made of its list of titles`(end: String) throws {
    let text = Self.modern.replacingOccurrences(of: "\n", with: end)
    let documents = try InputFile.documents("\u{FEFF}" + text, name: "a.txt")
    #expect(documents.count == 2)
    #expect(
      documents[0].text
        == "Bridge to Korr opens\n\nThe bridge to Korr opened on Wednesday after nine years of work, and Mayor Émile Brandt walked across it first.\n\nHe thanked the builders."
    )
    #expect(documents[0].date?.value == "2024-01-10" && documents[0].said("title") == "Bridge to Korr opens")
    #expect(documents[0].said("outlet") == "Velmora Courier" && documents[0].said("section") == "NEWS; Pg. 3")
    #expect(documents[1].text == "جسر جديد في كور\n\nافتتح الجسر الجديد في كور يوم الأربعاء.")
    #expect(documents[1].date?.value == "2024-01-10" && documents[1].said("language") == "ar")
    #expect(documents[1].said("outlet") == "بريد فيلمورا")
  }

  @Test func `a file that was cut keeps what it has of its last article`() throws {
    let cut = try #require(Self.modern.range(of: "يوم الأربعاء."))
    let documents = try InputFile.documents(String(Self.modern[..<cut.lowerBound]), name: "a.txt")
    #expect(documents.last?.text == "جسر جديد في كور\n\nافتتح الجسر الجديد في كور")
    let classic = try #require(Self.classic.range(of: "while the crowd"))
    let old = try InputFile.documents(String(Self.classic[..<classic.lowerBound]), name: "a.txt")
    #expect(old.count == 1 && old[0].text.hasSuffix("“We waited long,” he said,"))
  }

  @Test(arguments: [
    "He read 1 of 10 documents é.\n\nLENGTH: 5 words", "1 of 10 DOCUMENTS\n\nThat é was all.", "Body\n\né and soul",
    "Length: 5 m\nWidth: é", "End of Document",
  ])
  func `a text that has such a line is a text`(_ text: String) throws {
    let documents = try InputFile.documents(text, name: "a.txt")
    #expect(documents.map(\.text) == [text] && documents[0].id == "a.txt")
  }

  @Test func `a long export is read in time that grows with it`() throws {
    let article = Self.modern.components(separatedBy: "-None-\n\n").last ?? ""
    let text = String(repeating: article + "\n", count: 400)
    let documents = try InputFile.documents(text, name: "a.txt")
    #expect(documents.count == 800)
    #expect(Set(documents.map(\.text)).count == 2)
  }

  @Test func `a short title that is also a word of the text is kept`() throws {
    let text = Self.modern.replacingOccurrences(of: "Bridge to Korr opens\nVel", with: "Bridge\nVel")
    #expect(try InputFile.documents(text, name: "a.txt")[0].text.hasPrefix("Bridge\n\nThe bridge to Korr") == true)
  }

  @Test func `an article without text is told`() throws {
    let text = Self.classic.replacingOccurrences(of: "BODY: The ferry made its last trip.", with: "")
    let last = try #require(try InputFile.documents(text, name: "a.txt").last)
    #expect(last.text == "Ferry stops" && last.remarks.map(\.code) == ["I001", "I002"])
  }

  @Test func `a format that is given is no guess`() throws {
    let format = try #require(InputFormat(rawValue: "nexis"))
    let error = try InputFile.error(Array("é nothing".utf8), name: "a.txt", ReaderOptions(format: format))
    #expect(error?.hasSuffix("is an export from Nexis without any text to read") == true)
  }
}
