import PostilModel
import PostilReaders

/// Files of every kind that is read: each is refused with a reason, or gives documents whose annotations have their places.
struct ReadersTarget: FuzzTarget {
  static let name = "readers"
  private static let samples: [(suffix: String, text: String)] = [
    (
      "jsonl",
      """
      {"id":"a","text":"é Ada met him.","date":"2023-09-21","outlet":"River","annotations":[{"id":"a1","type":"person","start":2,"end":5,"features":{"role":"mayor"}}]}
      {"id":"b","text":"\\ud83d\\ude00 \\u00e9","n":1e9,"nested":{"a":[true,null]}}

      """
    ),
    ("csv", "id,text,date,outlet\n1,\"He said \"\"no\"\", é\",2023-09-21,River\n2,\"two\nlines\",,\n"),
    ("tsv", "id\ttext\n1\té\n"),
    (
      "html",
      """
      <!doctype html><html lang=en><head><meta charset="utf-8"><title>A &amp; B</title>
      <meta property="article:published_time" content="2023-09-21T10:00:00Z"><script type="application/ld+json">{"headline":"x"}</script>
      </head><body><nav>Home</nav><article><h1>Title</h1><p>One <b>two</b>&nbsp;three.</p><p>Caf&eacute; &#x1F600;</p></article></body></html>
      """
    ),
    (
      "txt",
      "   1 of 2 DOCUMENTS\n\nRiver\n\nMay 1, 2024 Monday\n\nTitle é\n\nLENGTH: 5 words\n\nThe pier\nopens.\n\nLOAD-DATE: x\n\n 2 of 2 DOCUMENTS\n\nRiver\n"
    ),
    (
      "txt", "T\nRiver\nMay 1, 2024\nCopyright 2024\nLength:\u{A0}2 words\nBody\né one\nLoad-Date: x\nEnd of Document\n"
    ),
    (
      "xml",
      "<?xml version='1.0'?><rss><channel><title>R</title><item><title>é &amp;amp; b</title><pubDate>Tue, 05 Mar 2019</pubDate><description>&lt;p>x</description><content:encoded><![CDATA[<p>é</p>]]></content:encoded></item></channel></rss>"
    ),
    (
      "xml",
      "<nitf><head><date.issue norm='20190305'/></head><body><hl1>é</hl1><body.content><p>x</p><media>y</media></body.content></body></nitf>"
    ),
    (
      "eml",
      "Received: x\nFrom: =?utf-8?Q?=C3=A9?= <a@b>\nSubject: s\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8; format=flowed\nContent-Transfer-Encoding: quoted-printable\n\n=C3=A9 one \n> two\n\n-- \nx\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+eDwvcD4=\n--b--\n"
    ), ("mbox", "From a@b Tue Mar  5 09:10:11 2024\nReceived: x\nSubject: é\nMessage-ID: <1>\n\n>From é\n> x\n"),
    (
      "mhtml",
      "From: <Saved by Blink>\nSubject: s\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>é</p>\n--b--\n"
    ), ("srt", "1\n00:00:01,000 --> 00:00:02,000\n<i>é</i> one\n\n2\n00:00:09,000 --> 00:00:10,000\n- two\n"),
    (
      "txt",
      "[5/3/24, 10:15:02 AM] Ada: é one\ntwo\n\u{200F}٦\u{200F}/٣\u{200F}/٢٠٢٤، ١:١٥ م - زوي: نعم\n13.03.24, 10:15 - B: x\n"
    ),
    (
      "warc",
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 70\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n<p>é</p>\r\n0\r\n\r\n"
    ),
    (
      "rtf",
      #"{\rtf1\ansi\ansicpg1252{\fonttbl{\f1\fcharset178 A;}}{\info{\title T}} \u233? {\f1 \'c7\'e1}\par \uc2\u-10179 ab\u-8704 ab{\*\x y}\cell\row}"#
    ), ("json", #"{"uri":"u","headline":"é","body_xhtml":"<p>x</p>","language":"ar"}"#),
    (
      "json",
      #"{"name":"R","type":"public_channel","id":1,"messages":[{"id":2,"type":"message","date_unixtime":"1709328600","text":["é ",{"text":"b"}],"poll":{"question":"q","answers":[{"text":"a","voters":1}]}}]}"#
    ),
    ("txt", "---\ndate: 2023-09-21\noutlet: River\n---\nBASRA, Iraq — é He met her.\n\nThen he left.\n"),
  ]
  private static let mutator = Mutator(tokens: [
    "\"", ",", "{", "}", "[", "]", ":", "\\u", "\\ud83d", "\\", "1e999", "-", "null", "<p>", "</p>", "<!--", "-->",
    "<script>",
    "&#", "&#x110000;", ";", "\r", "\n", "\t", "\u{FEFF}", "é", "---\n", "<![CDATA[", "\"start\":9", "\"end\":-1",
  ])

  private let workplace: Workplace

  init(_ workplace: Workplace) throws { self.workplace = workplace }

  mutating func run(_ generator: inout SplitMix) throws -> String? {
    let sample = generator.pick(Self.samples)
    var bytes = Self.mutator.mutated(Array(sample.text.utf8), &generator)
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: bytes = [0xFF, 0xFE] + bytes.flatMap { [$0, 0] }
    case 1: bytes = [0xFE, 0xFF] + bytes
    case 2: bytes = [0xEF, 0xBB, 0xBF] + bytes
    default: break
    }
    let path = try workplace.write("input.\(sample.suffix)", bytes)
    let encodings: [TextEncoding?] = [nil, nil, nil, TextEncoding("windows-1252"), TextEncoding("utf-16")]
    let reader = DocumentReader(options: ReaderOptions(encoding: generator.pick(encodings)))
    var fault: String?
    let sources = try reader.inputs(for: [path]).sources
    try? reader.read(sources) { input in
      if case .success(let document) = input.result { fault = fault ?? self.fault(of: document) }
      return true
    }
    return fault
  }

  private func fault(of document: Document) -> String? {
    let bytes = Array(document.text.utf8)
    for annotation in document.given {
      let span = annotation.span
      guard span.end <= bytes.count, span.start == bytes.count || bytes[span.start] & 0xC0 != 0x80,
        span.end == bytes.count || bytes[span.end] & 0xC0 != 0x80
      else { return "a given \(annotation.type) at \(span), which is no place of the text" }
    }
    for span in document.givenBoilerplate where span.end > bytes.count {
      return "boilerplate at \(span), which is no place of the text"
    }
    return nil
  }
}
