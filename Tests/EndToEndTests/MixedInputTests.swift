import Foundation
import Testing

/// One folder with a file of every kind: each is a document, or named.
@Suite struct MixedInputTests {
  private static let words = "Mayor Émile Brandt met Mira Kostrel in Korr on March 5, 2024."
  private static let page = "<!doctype html><html><body><p>\(words)</p></body></html>"
  private static let mail = "Received: x\nFrom: Ada <a@b.example>\nSubject: S\nMessage-ID: <1>\n\n\(words)\n"
  private static let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\(page)"

  /// Name, content, and the ids of the documents.
  private static let files: [(name: String, content: String, ids: [String])] = [
    ("01.txt", words, ["01.txt"]), ("02.html", page, ["02.html"]), ("03.csv", "id,text\nc1,\"\(words)\"\n", ["c1"]),
    ("04.jsonl", #"{"id":"j1","text":"\#(words)"}"#, ["j1"]),
    (
      "05.txt",
      " 1 of 1 DOCUMENTS\n\nVelmora Courier\n\nMarch 5, 2024 Tuesday\n\nBridge\n\nLENGTH: 9 words\n\n\(words)\n\nLOAD-DATE: x\n",
      ["05.txt#1"]
    ),
    (
      "06.json", #"{"type":"public_channel","messages":[{"id":9,"type":"message","text":"\#(words)"}]}"#, ["06.json#9"]
    ), ("07.txt", "13/03/2024, 10:15 - Ada: \(words)\n13/03/2024, 10:16 - Bo: Yes.\n", ["07.txt#1", "07.txt#2"]),
    ("08.xml", "<rss><channel><item><description>\(words)</description></item></channel></rss>", ["08.xml#1"]),
    ("09.atom", "<feed><entry><summary>\(words)</summary></entry></feed>", ["09.atom#1"]),
    (
      "10.xml", "<?xml version=\"1.0\"?><nitf><body.content><p>\(words)</p></body.content></nitf>", ["10.xml#1"]
    ),
    ("11.xml", "<newsItem><contentSet><inlineData>\(words)</inlineData></contentSet></newsItem>", ["11.xml#1"]),
    ("12.json", #"{"uri":"u","body_text":"\#(words)"}"#, ["12.json#1"]), ("13.eml", mail, ["13.eml"]),
    ("14.mbox", "From a@b.example Tue Mar  5 09:10:11 2024\n" + mail, ["14.mbox#1"]),
    (
      "15.mhtml",
      "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n\(page)\n--b--\n",
      ["15.mhtml"]
    ), ("16.srt", "1\n00:00:01,000 --> 00:00:02,000\n\(words)\n", ["16.srt"]),
    ("17.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n\(words)\n", ["17.vtt"]),
    ("18.rtf", "{\\rtf1\\ansi \(words.replacingOccurrences(of: "É", with: "\\'c9"))}", ["18.rtf"]),
    (
      "19.warc", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: \(answer.utf8.count)\r\n\r\n\(answer)\r\n\r\n",
      ["19.warc#1"]
    ),
  ]
  /// As Python's zipfile and gzip write them, with these words.
  private static let packed: [(name: String, base64: String, ids: [String])] = [
    (
      "20.docx",
      "UEsDBBQAAAAIAAAAZVhiOG+wawAAAIkAAAARAAAAd29yZC9kb2N1bWVudC54bWyzKbdKyU8uzU3NK7GzKbdKyk+pBNEFIKIIRJTY"
        + "+SZW5hcpHO7MzcxJVXAqSsxLKVHITS1R8M0sSlTwzi8uKUrNUcjMAzKLihTy8xR8E4uSMxRMdRSMDIxM9Gz0QWaAyCIwWQAmIfbo"
        + "I1kOAFBLAQIUAxQAAAAIAAAAZVhiOG+wawAAAIkAAAARAAAAAAAAAAAAAACAAQAAAAB3b3JkL2RvY3VtZW50LnhtbFBLBQYAAAAA"
        + "AQABAD8AAACaAAAAAAA=",
      ["20.docx"]
    ),
    (
      "21.odt",
      "UEsDBBQAAAAAAAAAZVhexjIMJwAAACcAAAAIAAAAbWltZXR5cGVhcHBsaWNhdGlvbi92bmQub2FzaXMub3BlbmRvY3VtZW50LnRl"
        + "eHRQSwMEFAAAAAgAAABlWBKGZ+FuAAAAnQAAAAsAAABjb250ZW50LnhtbLPJT0vLTE61SslPLs1NzSvRTc7PKwHSdjZQiZLUCiAH"
        + "RFoV2PkmVuYXKRzuzM3MSVVwKkrMSylRyE0tUfDNLEpU8M4vLilKzVHIzAMyi4oU8vMUfBOLkjMUTHUUjAyMTPRs9KHG2OijGK6P"
        + "yw0AUEsBAhQDFAAAAAAAAABlWF7GMgwnAAAAJwAAAAgAAAAAAAAAAAAAAIABAAAAAG1pbWV0eXBlUEsBAhQDFAAAAAgAAABlWBKG"
        + "Z+FuAAAAnQAAAAsAAAAAAAAAAAAAAIABTQAAAGNvbnRlbnQueG1sUEsFBgAAAAACAAIAbwAAAOQAAAAAAA==",
      ["21.odt"]
    ),
    (
      "22.epub",
      "UEsDBBQAAAAAAAAAZVhvYassFAAAABQAAAAIAAAAbWltZXR5cGVhcHBsaWNhdGlvbi9lcHViK3ppcFBLAwQUAAAACAAAAGVY77Dl"
        + "uy4AAAA0AAAAFgAAAE1FVEEtSU5GL2NvbnRhaW5lci54bWyzSc7PK0nMzEstsrMpys8vScvMSVVIK83J0S1ILMmwVSrQyy9IU9K3"
        + "s9FHKAQAUEsDBBQAAAAIAAAAZVgjSvgAMgAAAEQAAAAFAAAAcC5vcGazKUhMzk5MT7WzySxJzVXITLFVSlRSyChKTQMy9CoySnJz"
        + "lPQhkkAxoDxEBiSmD9MKAFBLAwQUAAAACAAAAGVYgRTu0FkAAABfAAAABwAAAGEueGh0bWyzySjJzbGzScpPqbSzKbDzTazML1I4"
        + "3JmbmZOq4FSUmJdSopCbWqLgm1mUqOCdX1xSlJqjkJkHZBYVKeTnKfgmFiVnKJjqKBgZGJno2egX2NnoQ8zSBxsMAFBLAQIUAxQA"
        + "AAAAAAAAZVhvYassFAAAABQAAAAIAAAAAAAAAAAAAACAAQAAAABtaW1ldHlwZVBLAQIUAxQAAAAIAAAAZVjvsOW7LgAAADQAAAAW"
        + "AAAAAAAAAAAAAACAAToAAABNRVRBLUlORi9jb250YWluZXIueG1sUEsBAhQDFAAAAAgAAABlWCNK+AAyAAAARAAAAAUAAAAAAAAA"
        + "AAAAAIABnAAAAHAub3BmUEsBAhQDFAAAAAgAAABlWIEU7tBZAAAAXwAAAAcAAAAAAAAAAAAAAIAB8QAAAGEueGh0bWxQSwUGAAAA"
        + "AAQABADiAAAAbwEAAAAA",
      ["22.epub#a.xhtml"]
    ),
    (
      "23.txt.gz",
      "H4sIAAAAAAACA/NNrMwvUjjcmZuZk6rgVJSYl1KikJtaouCbWZSo4J1fXFKUmqOQmQdkFhUp5Ocp+CYWJWcomOooGBkYmegBAAVz"
        + "kaE+AAAA",
      ["23.txt.gz"]
    ),
  ]

  @Test func `a folder of all kinds gives every document right or named`() throws {
    let folder = try TemporaryFolder()
    for file in Self.files { _ = try folder.write("mixed/" + file.name, file.content) }
    for file in Self.packed {
      _ = try folder.write("mixed/" + file.name, try #require(Data(base64Encoded: file.base64)))
    }
    _ = try folder.write("mixed/30.png", Data([0x89, 0x50, 0x4E, 0x47, 0]))
    _ = try folder.write("mixed/31.ps", "%!PS-Adobe-3.0\n")
    _ = try folder.write("mixed/32.txt", "%!PS-Adobe-3.0\n")
    let run = try Program.run("annotate", "--format", "jsonl", folder.path + "/mixed")
    #expect(run.status == 1)
    let documents = run.records.compactMap { $0["document"] as? [String: Any] }
    let expected = Self.files.flatMap(\.ids) + Self.packed.flatMap(\.ids) + ["32.txt"]
    #expect(documents.compactMap { $0["id"] as? String } == expected)
    for record in run.records {
      let id = (record["document"] as? [String: Any])?["id"] as? String
      guard id != "32.txt", id != "07.txt#2" else { continue }
      #expect((record["text"] as? String)?.contains(Self.words) == true, "\(id ?? "")")
      let types = (record["annotations"] as? [[String: Any]])?.compactMap { $0["type"] as? String } ?? []
      #expect(types.filter { $0 == "person" }.count == 2 && types.contains("timex"), "\(id ?? "")")
    }
    #expect(run.errors.contains("2 files are left out: 1 PostScript or DjVu document, 1 picture"))
    #expect(run.errors.contains("32.txt' is a PostScript or DjVu document, which is not read"))
  }
}
