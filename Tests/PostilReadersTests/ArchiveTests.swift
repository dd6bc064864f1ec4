import Foundation
import PostilModel
import Testing

@testable import PostilReaders

/// Compressed files and web archives.
@Suite struct ArchiveTests {
  /// As Python's gzip writes them.
  private static func unpacked(_ base64: String) throws -> [UInt8] { Array(try #require(Data(base64Encoded: base64))) }
  private static let text =
    "H4sIAAAAAAACAwvJSFVIKjq8PiU9VSGzWCG/IDVPj+vG8puNN1YB4Vo9APr1mhUgAAAA"
  private static let records =
    "H4sIAAAAAAACA6tWykxRslJKVNJRKkmtKAEyD69UyM9LVarlqoZIJSGkSsrzgeIAnZ1OTDMAAAA="
  private static let feed =
    "H4sIAAAAAAACA7MpKi62s0nOSMzLS82xs8ksSc21synJLMlJtTu80kYfwrLRh4gjy5aU56NL68ON0QeZCgDQ6KtlWwAAAA=="
  private static let box =
    "H4sIAAAAAAACA3Mrys9VSHRI0kutSMwtyElVCClNVfBNLFJQMFUwsLQyNLAyNFQwMjAy4QpKTU7NLEtNsVKo4HID6rJC1sYVXJqU"
    + "lZpcYqUQzOWbWlycmJ6q6+lipWBjaMfFdXilQn5eKhcAKQyKY2sAAAA="
  private static let long =
    "H4sIAAAAAAACA1XYu60jVxBFUV9RTAisc/obkAwBg8lLcSgxQTJYa7xrceM99l1dxZ9//frzx+fHP3//8fO/03xP+Z76PR3f0/k9"
    + "Xd/T/T0939O7n0xkK7OZ2c5saLY0m5ptzcZma9la+Ju2lq1la9latpatZWvZWrfWrZV/4da6tW6tW+vWurVu7djasbVjawff2NaO"
    + "rR1bO7Z2bO3Y2rm1c2vn1s6tnTwgWzu3dm7t3Nq5tWtr19aurV1bu7Z28Txu7dratbVra/fW7q3dW7u3dm/t3trN47+1e2v31p6t"
    + "PVt7tvZs7dnas7Vnaw+3bWvP1t6tvVt7t/Zu7d3au7V3a+/WXi63t5vr/eF+f7jgH274hyv+4Y5/uOQfbvmHa/6h+xsrdIVFWaRF"
    + "W8RFXeQFXwZgJnpGF2MGZAZlBmYGZwZoBmkGagZrpkJKF24GbwZwBnEGcgZzBnQGdQZ25lBwusgz0DPYM+Az6DPwM/gzADQINKev"
    + "DrogNCg0MDQ4NEA0SDRQNFg0YDSX7yy6eDSANIg0kDSYNKA0qDSwNLg0ty9LutA02DTgNOg08DT4NAA1CDUQNY9vabooNTA1ODVA"
    + "NUg1UDVYNWA1aDWv44HzAQMCXgWvglfBq+BV8Cp4FbwKXmUcTOjiVfAqeBW8Cl4Fr4JXcR5yIPptIqLrTORQ5FTkWORc5GCEV8Gr"
    + "4FXqKEYXr4JXwavgVfAqeBW8Cl4Fr3I4A9LFq+BV8Cp4FbwKXgWvglfBq5wOn3TxKngVvApeBa+CV8Gr4FXwKpdTL128Cl4Fr4JX"
    + "wavgVfAqeBW8yu24TRevglfBq+BV8Cp4FbwKXgWv8jjn08Wr4FXwKngVvApeBa+CV8GrvC4YbhisGHhVvCpeFa+KV8Wr4lXxqnjV"
    + "cbWhi1fFq+JV8ap4VbwqXhWvileNOxVdvCpeFa+KV8Wr4lXd5Fzl3OV+W+bous65z7nQudG50uFV8ap4Vbzq4RZJF6+KV8Wr4lXx"
    + "qnhVvCpeFa96ur7SxaviVfGqeFW8Kl4Vr4pXxate7s108ap4VbwqXhWvilfFq+JV8aq3CztdvCpeFa+KV8Wr4lXxqnhVvOrjLwV0"
    + "8ap4VbwqXhWvilfFq+JV8aqvP1H83/0XkgXyoVISAAA="
  private static let picture =
    "H4sIAAAAAAACA+sM8HPn5ZLiYmBgAAA+ApZuCwAAAA=="

  @Test func `a compressed file gives what is in it, by its content and the name inside`() throws {
    let text = try InputFile.documents(try Self.unpacked(Self.text), name: "note.txt.gz")
    #expect(text.map(\.text) == ["The brïdge is open.\nافتتح."] && text[0].id == "note.txt.gz")
    let records = try InputFile.documents(try Self.unpacked(Self.records), name: "a.jsonl.gz")
    #expect(records.map(\.id) == ["a", "b"] && records.map(\.text) == ["é one", "two"])
    let feed = try InputFile.documents(try Self.unpacked(Self.feed), name: "feed")
    #expect(feed.map(\.id) == ["feed#1", "feed#2"])
    let box = try InputFile.documents(try Self.unpacked(Self.box), name: "a.mbox.gz")
    #expect(box.map(\.text) == ["S\n\né one"])
  }

  @Test func `members of gzip one behind the other are one file, a cut one gives what it has`() throws {
    let twice = try Self.unpacked(Self.text) + Self.unpacked(Self.text)
    #expect(
      try InputFile.documents(twice, name: "a.gz").map(\.text) == [
        "The brïdge is open.\nافتتح.The brïdge is open.\nافتتح."
      ])
    let cut = try InputFile.documents(Array(try Self.unpacked(Self.long).dropLast(200)), name: "a.txt.gz")
    #expect(cut.first?.text.hasPrefix("line 0 é\nline 1 é\n") == true)
  }

  @Test func `a compressed picture is left out, a bomb ends with a message`() throws {
    let files = ["a.txt": Array("é".utf8), "b.gz": try Self.unpacked(Self.picture)]
    #expect(try InputFile.inputs(files).map(\.id) == ["a.txt"])
    let bomb = try Self.unpacked(Self.long)
    #expect(throws: Inflation.Fault.tooLarge) { try Inflation.inflated(bomb[...], .gzip, most: 1_000) }
    #expect(Inflation.Fault.tooLarge.description.contains("unpacked it has more than 512 MB"))
  }

  private static func record(_ type: String, _ fields: String, _ block: String) -> String {
    "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: <https://v.example/1>\r\nWARC-Date: 2024-03-06T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n\(fields)Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
  }

  private static let page =
    "<!DOCTYPE html><html lang=en><head><title>The bridge öpens</title><meta property=\"article:published_time\" content=\"2024-03-04\"></head><body><article><p>The bridge to Korr opened on Tuesday after nine years of work, and Mayor Brandt walked across it first.</p></article></body></html>"

  private static func answer(_ fields: String, _ body: String, status: String = "200 OK") -> String {
    record("response", "Content-Type: application/http\r\n", "HTTP/1.1 \(status)\r\n\(fields)\r\n\r\n\(body)")
  }

  private static let archive =
    record("warcinfo", "Content-Type: application/warc-fields\r\n", "software: é\r\n")
    + record("request", "", "GET / HTTP/1.1\r\n\r\n") + answer("Content-Type: text/html; charset=utf-8", page)
    + answer("Content-Type: image/png", "PNG") + answer("Content-Type: text/html", page, status: "404 Not Found")
    + answer("Content-Type: text/plain\r\nTransfer-Encoding: chunked", "4\r\nOne \r\n3;x\r\né.\r\n0\r\n\r\n")
    + answer("Content-Type: text/html\r\nContent-Encoding: br", "x")
    + record("conversion", "Content-Type: text/plain\r\n", "افتتح الجسر.\n")

  @Test(arguments: ["crawl.warc", "crawl"])
  func `a web archive gives a document for every page and text`(name: String) throws {
    let inputs = try InputFile.inputs(Self.archive, name: name)
    #expect(inputs.map(\.id) == [3, 6, 7, 8].map { "\(name)#\($0)" })
    let first = try inputs[0].result.get()
    #expect(first.text.hasPrefix("The bridge öpens\n\nThe bridge to Korr") && first.date?.value == "2024-03-04")
    #expect(first.said("url") == "https://v.example/1" && first.said("retrieved") == "2024-03-06T10:00:00Z")
    #expect(first.said("guid") == "urn:uuid:1")
    #expect(try inputs[1].result.get().text == "One é." && inputs[3].result.get().text == "افتتح الجسر.\n")
    guard case .failure(let error) = inputs[2].result else {
      Issue.record("what cannot be unpacked was read")
      return
    }
    #expect(error.description.hasSuffix("the answer from 'https://v.example/1' is compressed as br"))
  }

  @Test func `a web archive that was cut, or is empty, gives what it has`() throws {
    let cut = try #require(Self.archive.range(of: " after nine"))
    let documents = try InputFile.documents(String(Self.archive[..<cut.lowerBound]), name: "a.warc")
    #expect(documents.map(\.text) == ["The bridge öpens\n\nThe bridge to Korr opened on Tuesday"])
    let none = try InputFile.error(Array("WARC/1.0\r\n\r\n".utf8), name: "a.warc")
    #expect(none?.hasSuffix("is a web archive without any text to read") == true)
  }
}
