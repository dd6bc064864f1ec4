import CPostilModule
import PostilModel
import PostilModuleBridge
import PostilModuleHost
import Testing

/// Rules that a module matches itself.
@Suite struct FrameTests {
  private static let frames = [
    FrameRule(rule: "r/first", type: "mark", text: "é ~ a"), FrameRule(rule: "r/second", type: "é", text: "two\nlines"),
  ]

  /// Keeps the settings in `seen`, as `name(rule:type=frame;…)`, and refuses a frame that begins with `!`.
  private static let create = """
    for (uint32_t i = 0; i < s.count; i++) {
      const postil_feature *f = (const void *)((const char *)s.first + i * s.stride);
      add(f->name); add(B("("));
      for (uint32_t j = 0; j < f->value.items.count; j++) {
        const postil_value *v = (const void *)((const char *)f->value.items.first + j * f->value.items.stride);
        const postil_feature *rule = v->items.first;
        const postil_feature *text = (const void *)((const char *)v->items.first + v->items.stride);
        const postil_feature *type = (const void *)((const char *)v->items.first + 2 * v->items.stride);
        if (v->kind != POSTIL_RECORD || v->items.count != 3) { h->error(h->context, B("no record")); return NULL; }
        if (text->value.string.start[0] == '!') {
          add(rule->value.string); add(B(": no '!' here"));
          h->error(h->context, (postil_bytes){(const uint8_t *)seen, used});
          return NULL;
        }
        add(rule->value.string); add(B(":")); add(type->value.string); add(B("=")); add(text->value.string); add(B(";"));
      }
      add(B(")"));
    }
    """

  private static let extra = """
    static char seen[4096]; static uint64_t used;
    static void add(postil_bytes b) { memcpy(seen + used, b.start, b.count); used += b.count; }
    """

  private func seen(_ name: String, takesFrames: Bool, _ frames: [FrameRule]) throws -> String? {
    let source = CModule.source(
      name: name, analyze: "h->diagnose(h->context, (postil_bytes){(const uint8_t *)seen, used}, (postil_span){0, 0});",
      extra: Self.extra, create: Self.create, takesFrames: takesFrames)
    let module = try LoadedModule.load(path: CModule.build(name, source))
    #expect(module.manifest.takesFrames == takesFrames)
    let instance = try module.makeInstance(settings: ["size": 1], frames: frames)
    return try DocumentTables.with(Document(id: "d", text: "é a"), TextStructure(), run: instance.run) { document in
      let output = try instance.analyze(document, candidates: CandidateTable(run: instance.run), settings: [:])
      return output.diagnostics.first?.message
    }
  }

  @Test func `a module that takes frames finds them among its settings, in order`() throws {
    #expect(
      try seen("Given", takesFrames: true, Self.frames) == "size()frames(r/first:mark=é ~ a;r/second:é=two\nlines;)")
    #expect(try seen("Without", takesFrames: true, []) == "size()frames()")
    #expect(try seen("Never", takesFrames: false, []) == "size()")
  }

  @Test func `a frame that the module refuses is told by its rule`() throws {
    // The module writes what it saw before, so only its first setting can be refused by the name of a rule.
    let source = CModule.source(
      name: "Refuses", analyze: "", extra: Self.extra,
      create: Self.create.replacing(#"add(f->name); add(B("("));"#, with: ""), takesFrames: true)
    let module = try LoadedModule.load(path: CModule.build("Refuses", source))
    let error = try #require(throws: ModuleError.self) {
      try module.makeInstance(settings: [:], frames: [FrameRule(rule: "r/é", type: "mark", text: "!")] + Self.frames)
    }
    #expect(error.kind == .frame(rule: "r/é", reason: "no '!' here"))
    #expect("\(error)" == "module 'c' cannot read the frame of rule 'r/é': no '!' here")
  }

  /// Emits one annotation, made of a candidate of `r/cue`, with the decision `name`.
  private func decided(_ module: String, by name: String, _ frames: [FrameRule]) throws -> ModuleOutput {
    try CModule.run(
      module,
      """
      uint32_t from = 0; postil_emission e; memset(&e, 0, sizeof e); e.size = sizeof e; e.span.start = 3; e.span.end = 4;
      e.type = B("mark"); e.candidates = (postil_array){&from, 1, sizeof from}; e.decision = B("\(name)");
      h->emit(h->context, &e);
      """, frames: frames,
      candidates: { run in
        let origin = run.share(CandidateOrigin(type: "t", rule: "r/cue", features: [:], isTerm: false))
        var table = CandidateTable(run: run)
        table.rows.append(
          postil_candidate(
            span: postil_span(start: 0, end: 2), origin: origin, rank: 0, lost_to: POSTIL_NONE, first_capture: 0,
            capture_count: 0, first_source: 0, source_count: 0))
        return table
      })
  }

  @Test func `a frame may be the decision and comes first among the rules`() throws {
    let made = try decided("Framed", by: "r/second", Self.frames).annotations.map(\.provenance)
    #expect(made.map(\.decision) == ["r/second"])
    #expect(made.map(\.rules) == [["r/second", "r/cue"]])
    let own = try decided("Own", by: "c.marked", Self.frames).annotations.map(\.provenance)
    #expect(own.map(\.decision) == ["c.marked"])
    #expect(own.map(\.rules) == [["r/cue"]])
  }

  @Test(arguments: [frames, []])
  func `a frame that the instance was not given is no decision`(frames: [FrameRule]) throws {
    let error = try #require(throws: ModuleError.self) { try decided("Foreign", by: "r/third", frames) }
    guard case .contract(let reason) = error.kind else {
      Issue.record("\(error)")
      return
    }
    #expect(reason.contains("the decision 'r/third'"))
  }
}
