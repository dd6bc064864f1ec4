import CPostilModule
import PostilModel
import PostilModuleBridge
import Testing

@testable import PostilModuleKit

/// What an analyzer sees of a document.
@Suite struct DocumentViewTests {
  private static let prefixes = ["", "é ", "👩‍👩‍👧 العراق\n\n"]

  /// `one two` with a term, a match that lost its place, and one made from annotations, behind `prefix`.
  private static func view(behind prefix: String) -> DocumentView {
    let start = prefix.utf8.count
    let (one, two) = (Span(start: start, end: start + 3), Span(start: start + 4, end: start + 7))
    let term = CandidateOrigin(type: "term", rule: "r/term", features: ["n": 1], isTerm: true)
    let match = CandidateOrigin(type: "match", rule: "r/match", features: ["words": ["a", "b"], "place": .span(two)])
    return DocumentView(
      text: prefix + "one two",
      candidates: [
        Candidate(origin: term, span: one, rank: 0, lostTo: nil),
        Candidate(origin: match, span: one, groups: [.init(name: "part", span: two)], rank: 1, lostTo: 2),
        Candidate(origin: match, span: two, annotations: [1, 0, 7], rank: 0, lostTo: nil),
      ],
      annotations: [
        Annotation(type: "given", span: one, features: ["x": "y"]),
        Annotation(
          type: "made", span: two, features: ["ref": .annotation(0)],
          provenance: Provenance(module: "m", rules: ["r/made", "r/other"])),
      ])
  }

  @Test(arguments: prefixes)
  func `candidates are shown with their places, types and features`(prefix: String) {
    let document = Self.view(behind: prefix)
    #expect(document.candidates.map { document.text($0.span) } == ["one", "one", "two"])
    #expect(document.candidates.map(\.type) == ["term", "match", "match"])
    #expect(document.candidates.map(\.rule) == ["r/term", "r/match", "r/match"])
    #expect(document.candidates[0].features == ["n": 1])
    #expect(document.candidates[1].features["words"]?.list == ["a", "b"])
    #expect(document.candidates[1].features["place"]?.span.map(document.text) == "two")
    #expect(document.candidates.map(\.rank) == [0, 1, 0])
    #expect(document.candidates.map(\.lostTo) == [nil, 2, nil])
  }

  @Test(arguments: prefixes)
  func `a term is its own capture, others have those of their pattern`(prefix: String) {
    let document = Self.view(behind: prefix)
    #expect(document.candidates[0].captures.map(\.name) == ["term"])
    #expect(document.candidates[0].capture("term").map(document.text) == "one")
    #expect(document.candidates[0].capture("part") == nil)
    #expect(document.candidates[1].capture("part").map(document.text) == "two")
    #expect(document.candidates[1].captures.map(\.name) == ["part"])
    #expect(document.candidates[2].captures.isEmpty)
  }

  @Test func `a candidate tells the annotations that it was made from, and nothing that is none`() {
    let document = Self.view(behind: "é ")
    #expect(document.candidates.map(\.annotations) == [[], [], [1, 0]])
  }

  @Test func `candidates are found by type, those that lost their places on request`() {
    let document = Self.view(behind: "")
    #expect(document.candidates(ofType: "match") == [2])
    #expect(document.candidates(ofType: "match", winnersOnly: false) == [1, 2])
    #expect(document.candidates(ofTypes: ["match", "term"]) == [0, 2])
    #expect(document.candidates(ofType: "none").isEmpty)
    #expect(document.candidates(ofType: "made").isEmpty)
    #expect(document.winners == [0, 2])
  }

  @Test(arguments: prefixes)
  func `annotations are shown with what made them`(prefix: String) {
    let document = Self.view(behind: prefix)
    #expect(document.annotations.map { document.text($0.span) } == ["one", "two"])
    #expect(document.annotations.map(\.features) == [["x": "y"], ["ref": .annotation(0)]])
    #expect(document.annotations.map(\.provenance.module) == [nil, "m"])
    #expect(document.annotations.map(\.provenance.rules) == [[], ["r/made"]])
    #expect(document.annotations(ofType: "made") == [1])
    #expect(document.annotations(ofType: "term").isEmpty)
  }

  @Test func `tables that are kept longer than the call show nothing`() {
    let origin = CandidateOrigin(type: "t", rule: "r/t", features: [:])
    let candidate = Candidate(origin: origin, span: Span(start: 0, end: 2), rank: 0, lostTo: nil)
    let tables = ShownTables.made(
      of: CandidateTable([candidate], run: RunTables()), [Annotation(type: "a", span: Span(start: 0, end: 2))])
    let (candidates, annotations) = (CandidateList(tables), AnnotationList(tables))
    #expect(candidates.count == 1 && annotations.count == 1)
    tables.close()
    #expect(candidates.isEmpty && annotations.isEmpty)
    #expect(candidates.places(ofType: "t", winnersOnly: true).isEmpty)
  }

  @Test func `what is worked out for a shared origin is worked out once`() {
    let shared = CandidateOrigin(type: "t", rule: "r/t", features: [:], number: 3)
    let alone = CandidateOrigin(type: "t", rule: "r/t", features: [:])
    var made = 0
    let memo = OriginMemo { _ in
      made += 1
      return made
    }
    #expect([shared, shared, alone, alone, shared].map(memo.value) == [1, 1, 2, 3, 1])
  }

  @Test(arguments: [false, true]) func `an analyzer learns whether it may stop`(_ stops: Bool) throws {
    var host = postil_host()
    if stops { host.cancelled = { _ in 1 } } else { host.cancelled = { _ in 0 } }
    let tables = ShownTables.made(of: CandidateTable([], run: RunTables()), [])
    let isCancelled = try withUnsafePointer(to: &host) { host in
      try DocumentDecoder(raw: postil_document(), host: host, tables: tables).view().isCancelled
    }
    #expect(isCancelled == stops)
  }
}
