import Testing

@testable import PostilJSON

@Suite struct JSONTests {
  private static func written(_ value: JSONValue) -> String {
    var json = JSONBytes()
    json.value(value)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test(
    arguments: [
      "null", "true", "-12.5", "0", "[]", "{}", #""é🙂""#, #"{"b":1,"a":[1,{"c":[]}],"b2":"x"}"#,
      "1234567890123456789", "-9007199254740993", "9007199254740991", "123456789012345678901234567890", "1e999",
      #"["a\u0000b\"\\\n"]"#,
    ])
  func `what is written is what was read`(text: String) throws {
    #expect(Self.written(try JSONParser.value(of: text)) == text)
  }

  @Test(arguments: ["", "é", "العراق🙂"]) func `every byte of ASCII is written and read at every place of a text`(
    prefix: String
  ) throws {
    for byte in UInt8(0)..<0x80 {
      let scalar = String(Unicode.Scalar(byte))
      let form =
        ["\"": #"\""#, "\\": #"\\"#, "\n": #"\n"#, "\r": #"\r"#, "\t": #"\t"#][scalar]
        ?? (byte < 0x20 || byte == 0x7F ? "\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16) : scalar)
      for place in 0..<18 {
        let (before, behind) = (
          prefix + String(repeating: "a", count: place), String(repeating: "é", count: 17 - place)
        )
        let text = "\"\(before)\(form)\(behind)\""
        #expect(Self.written(.string(before + scalar + behind)) == text)
        #expect(try JSONParser.value(of: text) == .string(before + scalar + behind))
      }
    }
  }

  @Test func `a text may hold the code DEL as it is`() throws {
    #expect(try JSONParser.value(of: "\"a\u{7F}\u{7F}bcdefgh\u{7F}\"") == .string("a\u{7F}\u{7F}bcdefgh\u{7F}"))
  }

  @Test func `what is drained is not written again, and commas go on`() {
    var json = JSONBytes()
    var pieces: [String] = []
    json.array { json in
      for text in ["é", "b"] {
        json.string(text)
        json.drain { pieces.append(String(decoding: $0, as: UTF8.self)) }
      }
    }
    #expect(pieces == [#"["é""#, #","b""#])
    #expect(json.bytes == Array("]".utf8))
  }

  @Test func `members keep their order, and byte order marks stay`() throws {
    let value = try JSONParser.value(of: "{\"zeta\":\"\u{FEFF}a\",\"alpha\":2}")
    #expect(value.members?.map(\.name) == ["zeta", "alpha"])
    #expect(value["zeta"]?.string?.unicodeScalars.map(\.value) == [0xFEFF, 0x61])
  }

  @Test func `escapes of all kinds are read, halves of pairs too`() throws {
    let value = try JSONParser.value(of: #""\u0041\/\b\f\n\r\t\uD83D\uDE42\ud83dx\uDE42é""#)
    #expect(value.string == "A/\u{8}\u{C}\n\r\t🙂\u{FFFD}x\u{FFFD}é")
  }

  @Test(arguments: [
    (#""\uD83D\uDE42""#, "🙂", 0), (#""é\ud83d""#, "é\u{FFFD}", 1), (#""\uDE42é""#, "\u{FFFD}é", 1),
    (#""\ud83d\ud83d\uDE42""#, "\u{FFFD}🙂", 1), (#""\ud83d\u0041""#, "\u{FFFD}A", 1),
    (#""\uDE42\ud83d""#, "\u{FFFD}\u{FFFD}", 2), (#""\ufffd""#, "\u{FFFD}", 0),
  ])
  func `halves of pairs that stand alone are counted`(text: String, expected: String, count: Int) throws {
    let read = try JSONParser.repaired(text.utf8)
    #expect(read.value.string == expected)
    #expect(read.loneHalves == count)
    #expect(try JSONParser.repaired("{\(text):[\(text),1]}".utf8).loneHalves == 2 * count)
  }

  @Test(
    arguments: [
      ("", 0), ("[1,]", 3), ("{\"a\" 1}", 5), ("{\"a\":1,}", 7), ("01", 0), ("1.", 0), ("+1", 0), (".5", 0), ("1e", 0),
      ("[1] 2", 4), ("nul", 3), ("\"a", 2), ("\"\\x\"", 2), ("\"\\u12\"", 3), ("\"a\nb\"", 2), ("[\u{B}1]", 1),
      ("é", 0),
      ("[\"é\",}", 6),
    ])
  func `what is no JSON is refused at its byte`(text: String, offset: Int) {
    #expect(throws: JSONError(reason: .syntax, utf8Offset: offset)) { try JSONParser.value(of: text) }
  }

  @Test func `bytes that are not UTF-8 are refused, not repaired`() {
    let bytes: [UInt8] = Array("[\"é\",\"".utf8) + [0xFF] + Array("\"]".utf8)
    #expect(throws: JSONError(reason: .notUTF8, utf8Offset: 7)) { try JSONParser.value(of: bytes) }
  }

  @Test func `nesting has a limit that is told`() throws {
    let most = JSONParser.mostLevels
    let deep = String(repeating: "[", count: most) + "1" + String(repeating: "]", count: most)
    #expect(Self.written(try JSONParser.value(of: deep)) == deep)
    #expect(throws: JSONError(reason: .nestedTooDeeply, utf8Offset: most)) {
      try JSONParser.value(of: "[" + deep + "]")
    }
  }

  @Test func `a number is the nearest double, its digits stay`() throws {
    let value = try JSONParser.value(of: "[1234567890123456789, 1e3, 4503599627370497]")
    #expect(value.array?[0].number == 1_234_567_890_123_456_768)
    #expect(value.array?[0].integer == 1_234_567_890_123_456_789)
    #expect(value.array?[1].integer == 1000)
    #expect(value.array?[2] == .number(4_503_599_627_370_497))
  }

  @Test func `what JSON has no number for is null`() throws {
    var json = JSONBytes()
    json.array { json in for number in [1, -0.5, .infinity, -.infinity, .nan] { json.number(number) } }
    #expect(String(decoding: json.bytes, as: UTF8.self) == "[1,-0.5,null,null,null]")
  }
}
