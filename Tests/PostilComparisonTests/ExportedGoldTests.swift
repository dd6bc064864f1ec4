import Foundation
import PostilRecords
import Testing

@testable import PostilComparison

/// Gold that other programs export, its offsets proved against the text.
@Suite struct ExportedGoldTests {
  static let prefixes = ["", "é ", "👩‍👩‍👧 ", "العراق "]

  /// Goes when the test has ended.
  private let folder: Folder

  init() throws { folder = try Folder() }

  /// Code points and UTF-16 units before `words`.
  private func places(_ words: String, in text: String) -> (points: Int, units: Int) {
    let before = text[..<text.range(of: words)!.lowerBound]
    return (before.unicodeScalars.count, before.utf16.count)
  }

  private func strict(_ name: String, _ lines: [String], _ text: String, id: String = "own") throws -> (Int, [String]) {
    let gold = try GoldReader.gold(at: folder.write(name, lines))
    let start = places("Ann Lee", in: text).points
    let found = ReportRecord.Item(id: "", type: "person", start: start, end: start + 7, text: "Ann Lee")
    let result = try Evaluator.evaluation(gold: gold, report: [ReportRecord(id: id, text: text, items: [found])])
    return (result.types.last?.strict.right ?? -1, result.notes)
  }

  private func studio(_ text: String, _ start: Int, words: String = #","text":"Ann Lee""#, more: String = "") -> String
  {
    #"{"id":7,"data":{"text":"\#(text)"},"annotations":[{"id":1,"result":[{"type":"labels","value":{"start":\#(start),"end":\#(start + 7)\#(words),"labels":["PER"]}}]}\#(more)]}"#
  }

  @Test(arguments: prefixes, [true, false])
  func `Label Studio counts code points or UTF-16 units, the words tell which`(_ prefix: String, _ inUnits: Bool) throws
  {
    let text = prefix + "then Ann Lee left"
    let (points, units) = places("Ann Lee", in: text)
    let (right, notes) = try strict("e.json", ["[" + studio(text, inUnits ? units : points) + "]"], text)
    #expect(right == 1)
    #expect(notes.contains("gold: an export of Label Studio"))
    #expect(notes.contains { $0.contains("UTF-16") } == (inUnits && points != units))
    #expect(notes.contains { $0.contains("paired by their text") })
  }

  @Test func `Label Studio's flat form is read, several annotators and wrong words are refused`() throws {
    let text = "é Ann Lee"
    let flat =
      #"[{"id":1,"text":"é Ann Lee","label":[{"start":2,"end":9,"text":"Ann Lee","labels":["PER"]}],"annotation_id":3}]"#
    #expect(try strict("e.json", [flat], text).0 == 1)
    let two = "[" + studio(text, 2, more: #",{"id":2,"result":[]}"#) + "]"
    let error = #expect(throws: ReportError.self) { try strict("e.json", [two], text) }
    #expect(error?.description.contains("2 annotations") == true)
    let truth =
      "[" + studio(text, 2, more: #",{"id":2,"result":[],"ground_truth":true}"#) + ","
      + studio("Bob", 0, words: "", more: "").replacing(#"{"id":1,"#, with: #"{"id":1,"was_cancelled":true,"#) + "]"
    let (right, notes) = try strict("e.json", [truth], text)
    #expect(right == 0)
    #expect(notes.contains("1 tasks without an annotation are left out"))
    let wrong = #expect(throws: ReportError.self) { try strict("e.json", ["[" + studio(text, 0) + "]"], text) }
    #expect(wrong?.description.contains("document 1: the annotation g1") == true)
    #expect(wrong?.description.contains("2 code points later") == true)
  }

  @Test(arguments: prefixes)
  func `doccano's forms are read, whichever way they count`(_ prefix: String) throws {
    let text = prefix + "then Ann Lee left"
    let (points, units) = places("Ann Lee", in: text)
    for start in [points, units] {
      for marks in [
        #""label":[[\#(start),\#(start + 7),"PER"]]"#, #""labels":[[\#(start),\#(start + 7),"PER"]]"#,
        #""entities":[{"id":1,"label":"PER","start_offset":\#(start),"end_offset":\#(start + 7)}],"relations":[]"#,
      ] {
        let (right, notes) = try strict("e.jsonl", [#"{"id":1,"text":"\#(text)",\#(marks)}"#], text)
        #expect(right == 1, "\(marks)")
        #expect(notes.contains("gold: an export of doccano"))
      }
    }
  }

  @Test func `a doccano mark beyond the text is refused, one inside a word is told`() throws {
    let error = #expect(throws: ReportError.self) {
      try strict("e.jsonl", [#"{"text":"é Ann Lee","label":[[2,30,"PER"]]}"#], "é Ann Lee")
    }
    #expect(error?.description.contains("line 1: the annotation g1 (person, 2 to 30) ends beyond the text") == true)
    let (right, notes) = try strict("e.jsonl", [#"{"text":"é Ann Lee","label":[[3,9,"PER"]]}"#], "é Ann Lee")
    #expect(right == 0)
    #expect(notes.contains { $0.hasPrefix("1 marks begin or end inside a word") })
    #expect(throws: ReportError.self) { try strict("e.jsonl", [#"{"text":"é","label":[[-1,1,"PER"]]}"#], "é Ann Lee") }
  }

  @Test(arguments: prefixes)
  func `Prodigy's tokens prove its spans, and what was rejected is left out`(_ prefix: String) throws {
    let text = prefix + "then Ann Lee left"
    let start = places("Ann Lee", in: text).points
    let tokens =
      #"[{"text":"Ann","start":\#(start),"end":\#(start + 3)},{"text":"Lee","start":\#(start + 4),"end":\#(start + 7)}]"#
    let span = #""spans":[{"start":\#(start),"end":\#(start + 7),"label":"PERSON"}]"#
    let (right, notes) = try strict(
      "e.jsonl",
      [
        #"{"text":"\#(text)","tokens":\#(tokens),\#(span),"answer":"accept","meta":{"id":"own"}}"#,
        #"{"text":"Bob","spans":[],"answer":"reject"}"#,
      ], text)
    #expect(right == 1)
    #expect(notes.contains("1 tasks answered 'reject' are left out"))
    let moved = tokens.replacing("\"Lee\"", with: "\"Ree\"")
    #expect(throws: ReportError.self) {
      try strict("e.jsonl", [#"{"text":"\#(text)","tokens":\#(moved),\#(span)}"#], text)
    }
    let binary = #expect(throws: ReportError.self) {
      try strict("e.jsonl", [#"{"text":"\#(text)",\#(span),"_is_binary":true}"#], text)
    }
    #expect(binary?.description.contains("decision on one span") == true)
  }

  @Test func `JSON of no known form says what is wanted`() throws {
    let error = #expect(throws: ReportError.self) { try GoldReader.gold(at: folder.write("e.jsonl", [#"{"a":1}"#])) }
    #expect(error?.description.contains("line 1 is no document: it needs 'id' and 'annotations'") == true)
    let json = #expect(throws: ReportError.self) { try GoldReader.gold(at: folder.write("e.json", ["{}"])) }
    #expect(json?.description.contains("the ending .jsonl") == true)
  }
}
