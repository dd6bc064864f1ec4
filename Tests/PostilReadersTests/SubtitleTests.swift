import Foundation
import PostilModel
import PostilReaders
import Testing

/// SubRip and WebVTT.
@Suite struct SubtitleTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let source: String
    let text: String
    var times = ["00:00:01"]
  }

  static let cases = [
    Case(
      testDescription: "cues are joined, a pause begins a paragraph, marks are left out",
      source: """
        1
        00:00:01,000 --> 00:00:02,500 X1:1
        {\\an8}<i>Good évening.</i>
        The bridge to Korr

        2
        00:00:02,500 --> 00:00:04,000
        is <font color="red">open</font>.

        3
        01:02:08,000 --> 01:02:09,000
        - Is it?
        - Yes &amp; no.
        """, text: "Good évening. The bridge to Korr is open.\n\n- Is it?\n- Yes & no.",
      times: ["00:00:01", "01:02:08"]),
    Case(
      testDescription: "WebVTT with notes, styles, settings, names and times inside",
      source: """
        WEBVTT - a title
        Kind: captions

        STYLE
        ::cue { color: red }

        NOTE a note é

        intro
        00:01.000 --> 00:02.000 align:start position:0%
        <v Mira Kostrel>The <c.red>bridge</c> is<00:01.500> öpen.

        00:02.500 --> 00:03.000
        It is.
        """, text: "Mira Kostrel: The bridge is öpen. It is."),
    Case(
      testDescription: "captions that roll are said once",
      source: """
        WEBVTT

        00:01.000 --> 00:02.000
        the bridge

        00:02.000 --> 00:02.010
        the bridge

        00:02.010 --> 00:03.000
        the bridge
        to körr is open

        00:03.000 --> 00:03.010
        to körr is open

        00:03.010 --> 00:04.000
        to körr is open
        and nobody came
        """, text: "the bridge to körr is open and nobody came"),
    Case(
      testDescription: "what is said twice is kept twice",
      source:
        "1\n00:00:01,000 --> 00:00:02,000\nNo.\n\n2\n00:00:02,000 --> 00:00:03,000\nNo.\n\n3\n00:00:03,000 --> 00:00:04,000\nYes.\n\n4\n00:00:04,000 --> 00:00:05,000\né",
      text: "No. No. Yes. é"),
    Case(
      testDescription: "an Arabic one",
      source: "1\n00:00:01,000 --> 00:00:02,000\nافتتح الجسر\n\n2\n00:00:02,000 --> 00:00:03,000\nاليوم.\n",
      text: "افتتح الجسر اليوم."),
    Case(
      testDescription: "no blank lines, no hours, points and commas, a cut at the end",
      source: "1\n0:01.0 --> 0:02.0\né one\n2\n0:02,0 --> 0:03,0\n2024 was good\n3\n0:03.0 --> 0:0",
      text: "é one 2024 was good"),
  ]

  @Test(arguments: cases)
  func `what is said is the text`(_ c: Case) throws {
    for (end, mark) in [("\n", ""), ("\r\n", "\u{FEFF}")] {
      let source = mark + c.source.replacingOccurrences(of: "\n", with: end)
      let name = c.source.hasPrefix("WEBVTT") ? "film.vtt" : "film.srt"
      let document = try #require(try InputFile.documents(source, name: name).first)
      #expect(document.text == c.text)
      let times = document.metadata["times"]?.list?.map { $0.record?["time"]?.string }
      #expect(times == c.times)
      if c.times.count > 1 {
        let offset = Int(document.metadata["times"]?.list?.last?.record?["offset"]?.number ?? 0)
        #expect(String(String.UnicodeScalarView(document.text.unicodeScalars.dropFirst(offset))).hasPrefix("- Is it?"))
      }
    }
  }

  @Test func `subtitles are known by what they hold, and none is told`() throws {
    #expect(try InputFile.documents(Self.cases[0].source, name: "film").map(\.text) == [Self.cases[0].text])
    #expect(try InputFile.documents(Self.cases[1].source, name: "film.txt").map(\.text) == [Self.cases[1].text])
    let error = try InputFile.error(Array("WEBVTT\n\nNOTE é\n".utf8), name: "a.vtt")
    #expect(error?.hasSuffix("is a file of subtitles without any text to read") == true)
  }
}
