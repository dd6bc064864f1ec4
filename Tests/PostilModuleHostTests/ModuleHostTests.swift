import CPostilModule
import Foundation
import PostilModel
import PostilModuleBridge
import PostilModuleHost
import Testing

@Suite struct ModuleHostTests {
  @Test func `a module in plain C marks a span behind multi-byte text`() throws {
    let output = try CModule.run("Good", "emit(h, \"mark\", 3, 4, none);")
    #expect(output.annotations.map(\.span) == [Span(start: 3, end: 4)])
    #expect(output.annotations.first?.provenance.module == "c")
  }

  @Test func `a module in plain C sees what is boilerplate`() throws {
    let output = try CModule.run(
      "Lines",
      """
      for (uint32_t i = 0; i < d->boilerplate.count; i++) {
        const postil_span *s = (const void *)((const char *)d->boilerplate.first + i * d->boilerplate.stride);
        emit(h, "mark", s->start, s->end, none);
      }
      """, text: "é a\nb", boilerplate: [Span(start: 0, end: 4), Span(start: 5, end: 6)])
    #expect(output.annotations.map(\.span) == [Span(start: 0, end: 4), Span(start: 5, end: 6)])
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let analyze: String
    let reason: String
  }

  static let breaches = [
    Case(testDescription: "outside the text", analyze: "emit(h, \"mark\", 3, 9, none);", reason: "outside"),
    Case(testDescription: "half a code point", analyze: "emit(h, \"mark\", 1, 3, none);", reason: "cuts a code point"),
    Case(testDescription: "an empty span", analyze: "emit(h, \"mark\", 3, 3, none);", reason: "empty"),
    Case(testDescription: "an undeclared type", analyze: "emit(h, \"other\", 3, 4, none);", reason: "'other'"),
    Case(testDescription: "invalid UTF-8", analyze: "emit(h, \"\\xff\", 3, 4, none);", reason: "not UTF-8"),
    Case(
      testDescription: "a feature of the wrong kind",
      analyze: """
        postil_feature f; memset(&f, 0, sizeof f); f.name = B("n"); f.value.kind = POSTIL_STRING; f.value.string = B("x");
        emit(h, "mark", 3, 4, (postil_array){&f, 1, sizeof f});
        """, reason: "no number"),
    Case(
      testDescription: "a reference to an annotation that is none",
      analyze: """
        postil_feature f; memset(&f, 0, sizeof f); f.name = B("ref"); f.value.kind = POSTIL_ANNOTATION;
        f.value.annotation = 2; emit(h, "mark", 3, 4, (postil_array){&f, 1, sizeof f}); emit(h, "mark", 0, 2, none);
        """, reason: "annotation 2"),
    Case(
      testDescription: "made from an annotation that is none",
      analyze: """
        uint32_t from = 1; postil_emission e; memset(&e, 0, sizeof e); e.size = sizeof e; e.span.start = 3; e.span.end = 4;
        e.type = B("mark"); e.annotations = (postil_array){&from, 1, sizeof from}; h->emit(h->context, &e);
        """, reason: "annotation 1, which is none"),
    Case(
      testDescription: "an undeclared decision", analyze: "decided(h, 3, 4, \"c.guessed\", sizeof(postil_emission));",
      reason: "the decision 'c.guessed'"),
    Case(
      testDescription: "a decision that is not UTF-8", analyze: "decided(h, 3, 4, \"\\xff\", sizeof(postil_emission));",
      reason: "not UTF-8"),
    Case(
      testDescription: "annotations without end",
      analyze: "for (int i = 0; i < 300000; i++) emit(h, \"mark\", 3, 4, none);",
      reason: "more than 200000 annotations for one document"),
    Case(
      testDescription: "diagnostics without end",
      analyze: "for (int i = 0; i < 300000; i++) h->diagnose(h->context, B(\"x\"), (postil_span){0, 0});",
      reason: "more than 200000 diagnostics for one document"),
    Case(
      testDescription: "a text that claims all of the memory",
      analyze: """
        postil_emission e; memset(&e, 0, sizeof e); e.size = sizeof e; e.span.start = 3; e.span.end = 4;
        e.type.start = (const uint8_t *)"mark"; e.type.count = UINT64_MAX; h->emit(h->context, &e);
        """, reason: "18446744073709551615 bytes"),
  ]

  @Test func `an annotation may be made from one that comes later in the call`() throws {
    let output = try CModule.run(
      "From",
      """
      uint32_t from = 1; postil_emission e; memset(&e, 0, sizeof e); e.size = sizeof e; e.span.start = 3; e.span.end = 4;
      e.type = B("mark"); e.annotations = (postil_array){&from, 1, sizeof from}; h->emit(h->context, &e);
      emit(h, "mark", 0, 2, none);
      """)
    #expect(output.annotations.map(\.provenance.annotations) == [[1], []])
  }

  @Test func `a module that has broken its contract is told to stop`() throws {
    let error = #expect(throws: ModuleError.self) {
      try CModule.run("Endless", "while (!h->cancelled(h->context)) emit(h, \"mark\", 3, 4, none);")
    }
    #expect(error?.kind == .contract(reason: "more than 200000 annotations for one document"))
  }

  @Test func `a module that asks is told when the time is over, and nothing that it gave counts`() throws {
    let source = CModule.source(
      name: "Asks", analyze: "emit(h, \"mark\", 3, 4, none); while (!h->cancelled(h->context)) {}")
    let instance = try LoadedModule.load(path: try CModule.build("Asks", source)).makeInstance(settings: [:])
    let deadline = Deadline(seconds: 0.05)
    let error = #expect(throws: ModuleError.self) {
      try DocumentTables.with(Document(id: "d", text: "é a"), TextStructure(), run: instance.run) { document in
        try instance.analyze(
          document, candidates: CandidateTable(run: instance.run), settings: [:], deadline: deadline)
      }
    }
    #expect(error == ModuleError(module: "c", kind: .overdue(deadline)))
    #expect(
      error?.description == "module 'c' was stopped: not done after 0.05 s, which is what --timeout gives a document")
  }

  @Test func `a decision of the manifest stands in the provenance`() throws {
    let output = try CModule.run("Decides", #"decided(h, 3, 4, "c.marked", sizeof(postil_emission));"#)
    #expect(output.annotations.map(\.span) == [Span(start: 3, end: 4)])
    #expect(output.annotations.map(\.provenance.decision) == ["c.marked"])
  }

  @Test func `an emission that ends before the decision is taken whatever lies behind it`() throws {
    let output = try CModule.run(
      "Before", #"decided(h, 3, 4, "c.guessed", offsetof(postil_emission, decision));"#)
    #expect(output.annotations.map(\.span) == [Span(start: 3, end: 4)])
    #expect(output.annotations.map(\.provenance.decision) == [nil])
  }

  @Test func `a manifest tells its decisions, each once`() throws {
    let source = CModule.source(name: "Told", analyze: "")
    #expect(
      try LoadedModule.load(path: CModule.build("Told", source)).manifest.decisions
        == [.init("c.marked", "the text says so"), .init("c.quiet", "")])
    for (id, reason) in [("c.marked", "two decisions are called 'c.marked'"), ("", "a decision has no id")] {
      let path = try CModule.build("Told", source.replacing("c.quiet", with: id))
      #expect(throws: ModuleError(module: path, kind: .manifest(reason: reason))) { try LoadedModule.load(path: path) }
    }
  }

  @Test func `a feature may refer to an annotation that comes later in the call`() throws {
    let output = try CModule.run(
      "Later",
      """
      postil_feature f; memset(&f, 0, sizeof f); f.name = B("ref"); f.value.kind = POSTIL_ANNOTATION;
      f.value.annotation = 1; emit(h, "mark", 3, 4, (postil_array){&f, 1, sizeof f}); emit(h, "mark", 0, 2, none);
      """)
    #expect(output.annotations.first?.features["ref"] == .annotation(1))
  }

  static let places: [(name: String, tokens: [String], text: String, places: [Span])] = [
    ("Smith", ["é", "«", "Smith", "»"], "é «Smith»", [Span(start: 5, end: 10)]),
    ("Smith", ["Mr", "Smith", "left"], "Mr\u{A0}Smith\u{202F}left", [Span(start: 4, end: 9)]),
    ("Al Smith", ["Al", "Smith"], "Al\u{A0}Smith", [Span(start: 0, end: 9)]),
    ("Al Smith", ["é", "Al", "Smith’s"], "é Al\r\nSmith’s", [Span(start: 3, end: 12)]),
    (
      "Smith", ["Smith's", "smith", "Smithson", "BlackSmith"], "Smith's smith Smithson BlackSmith",
      [Span(start: 0, end: 5)]
    ),
    ("علي", ["علي", "،"], "علي،", [Span(start: 0, end: 6)]),
    ("O", ["O’Brien"], "O’Brien", []),
    ("U.N.", ["U", ".", "N", "."], "U.N.’s", [Span(start: 0, end: 4)]),
  ]

  @Test(arguments: places.indices)
  func `names are found as whole tokens`(_ index: Int) throws {
    let (name, words, text, places) = Self.places[index]
    var rest = text[...]
    let tokens = try words.map { word in
      let range = try #require(rest.range(of: word, options: .literal))
      rest = rest[range.upperBound...]
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return Token(span: Span(start: start, end: start + word.utf8.count), kind: .word)
    }
    let output = try CModule.run(
      "Finds",
      """
      postil_bytes name = B("\(name)");
      h->find(h->context, (postil_array){&name, 1, sizeof name}, (void *)h, found);
      """,
      extra: """
        static int64_t emit(const postil_host *h, const char *type, uint32_t start, uint32_t end, postil_array features);
        static void found(void *h, uint32_t name, postil_span span) {
          emit((const postil_host *)h, "mark", span.start, span.end, (postil_array){0, 0, 0});
        }
        """, text: text, tokens: tokens)
    #expect(output.annotations.map(\.span) == places)
  }

  @Test(arguments: breaches)
  func `a breach of the contract is named`(_ c: Case) throws {
    let error = try #require(throws: ModuleError.self) { try CModule.run("Breach", c.analyze) }
    guard case .contract(let reason) = error.kind else {
      Issue.record("\(error)")
      return
    }
    #expect(reason.contains(c.reason))
    #expect(error.module == "c")
  }

  @Test func `a failure is told in the module's own words`() throws {
    let error = try #require(throws: ModuleError.self) {
      try CModule.run("Fails", "h->error(h->context, B(\"no luck\")); return 1;")
    }
    #expect(error.kind == .failed(reason: "no luck"))
  }

  @Test(arguments: ["", "👩‍👩‍👧 العراق "])
  func `a module reads candidates, their captures and what they were made from where they lie`(prefix: String) throws {
    let start = prefix.utf8.count
    let output = try CModule.run(
      "Rows",
      """
      for (uint32_t i = 0; i < d->candidates.count; i++) {
        const postil_candidate *c = (const void *)((const char *)d->candidates.first + i * d->candidates.stride);
        int is_own = (c->origin & POSTIL_OWN) != 0;
        const postil_array *table = is_own ? &d->own_origins : &d->origins;
        const postil_origin *o =
            (const void *)((const char *)table->first + (c->origin & ~POSTIL_OWN) * table->stride);
        const postil_bytes *names = d->names.first;
        const postil_capture *captures = d->captures.first;
        const uint32_t *sources = d->sources.first;
        postil_feature f; memset(&f, 0, sizeof f); f.name = B("n"); f.value.kind = POSTIL_NUMBER;
        f.value.number = is_own + 10 * o->is_term + 100 * c->capture_count + 1000 * names[o->rule].count
          + 10000 * (c->capture_count ? names[captures[c->first_capture].name].count : 0)
          + 100000 * (c->source_count ? sources[c->first_source] : 0);
        emit(h, "mark", c->span.start, c->span.end, (postil_array){&f, 1, sizeof f});
      }
      """, text: prefix + "é a",
      candidates: { run in
        let shared = run.share(CandidateOrigin(type: "t", rule: "r/t", features: [:], isTerm: true))
        var table = CandidateTable(run: run)
        let own = table.add(CandidateOrigin(type: "t", rule: "r/long", features: ["x": 1]))
        table.add(captureNamed: run.names.number(of: "part"), at: Span(start: start, end: start + 2))
        table.add(source: 7)
        for (origin, isOwn) in [(shared, false), (own, true), (shared, false)] {
          table.rows.append(
            postil_candidate(
              span: postil_span(start: UInt32(start), end: UInt32(start + 2)), origin: origin, rank: 0,
              lost_to: POSTIL_NONE, first_capture: 0, capture_count: isOwn ? 1 : 0, first_source: 0,
              source_count: isOwn ? 1 : 0))
        }
        return table
      })
    #expect(output.annotations.map { $0.features["n"]?.number } == [3010, 746_101, 3010])
    #expect(output.annotations.allSatisfy { $0.span == Span(start: start, end: start + 2) })
  }

  @Test func `a longer descriptor loads, a shorter one is refused`() throws {
    let long = try CModule.build("Long", CModule.source(name: "Long", analyze: "", size: "sizeof(postil_module) + 64"))
    #expect(try LoadedModule.load(path: long).manifest.name == "c")
    let noReserved = try CModule.build(
      "Short",
      CModule.source(name: "Short", analyze: "", size: "(uint32_t)((char *)&module.begin_run - (char *)&module)"))
    #expect(try LoadedModule.load(path: noReserved).manifest.name == "c")
    let short = try CModule.build("Tiny", CModule.source(name: "Tiny", analyze: "", size: "24"))
    #expect(throws: ModuleError.self) { try LoadedModule.load(path: short) }
  }

  @Test func `another version, no entry and an undefined symbol are refused by name`() throws {
    let old = try CModule.build("Old", CModule.source(name: "Old", analyze: "", version: "7"))
    #expect(throws: ModuleError(module: old, kind: .version(found: 7, supported: 4...5))) {
      try LoadedModule.load(path: old)
    }
    let other = try CModule.build("Other", CModule.source(name: "Else", analyze: ""))
    #expect(throws: ModuleError(module: other, kind: .noEntry(symbol: "postil_module_Other"))) {
      try LoadedModule.load(path: other)
    }
    let undefined = try CModule.build(
      "Undefined", CModule.source(name: "Undefined", analyze: "nowhere();", extra: "void nowhere(void);"))
    let error = try #require(throws: ModuleError.self) { try LoadedModule.load(path: undefined) }
    guard case .load(let reason) = error.kind else {
      Issue.record("\(error)")
      return
    }
    #expect(reason.contains("nowhere"))
  }

  @Test func `cut-off, empty, text and missing files are refused before they are loaded`() throws {
    let whole = try CModule.build("Whole", CModule.source(name: "Whole", analyze: ""))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: whole))
    var withoutSections = bytes
    withoutSections.replaceSubrange(40..<48, with: [UInt8](repeating: 0, count: 8))
    withoutSections.replaceSubrange(58..<64, with: [UInt8](repeating: 0, count: 6))
    for content in [
      bytes.prefix(bytes.count / 2), withoutSections.prefix(4096), Data(),
      Data("no library, but long enough to hold a header of sixty-four bytes".utf8),
    ] {
      let path = whole + ".cut.so"
      try content.write(to: URL(fileURLWithPath: path))
      let error = try #require(throws: ModuleError.self) { try LoadedModule.load(path: path) }
      guard case .file = error.kind else {
        Issue.record("\(error)")
        return
      }
    }
    #expect(throws: ModuleError.self) { try LoadedModule.load(path: "/nowhere/libX.so") }
  }
}
