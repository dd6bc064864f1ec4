import CPostilModule
import PostilModel
import PostilModuleBridge
import PostilModuleHost
import Testing

/// Tables that a module takes.
@Suite struct TableTests {
  private static let factors = ModuleTable(
    name: "factors",
    rows: [.init([("né", "é"), ("value", "0.5")]), .init([("né", "strong"), ("value", ""), ("note", "a\nb")])])

  /// Keeps the setting `tables` in `seen`, as `name[column=cell;…|…]`; refuses a first cell that begins with `!`.
  private static let create = """
    for (uint32_t i = 0; i < s.count; i++) {
      const postil_feature *f = AT(postil_feature, s, i);
      add(f->name); add(B(":"));
      for (uint32_t j = 0; f->value.kind == POSTIL_RECORD && j < f->value.items.count; j++) {
        const postil_feature *table = AT(postil_feature, f->value.items, j);
        add(table->name); add(B("["));
        for (uint32_t k = 0; k < table->value.items.count; k++) {
          postil_array row = AT(postil_value, table->value.items, k)->items;
          for (uint32_t l = 0; l < row.count; l++) {
            const postil_feature *cell = AT(postil_feature, row, l);
            if (cell->value.string.count && cell->value.string.start[0] == '!') {
              h->error(h->context, (postil_bytes){cell->value.string.start + 1, cell->value.string.count - 1});
              return NULL;
            }
            add(cell->name); add(B("=")); add(cell->value.string); add(B(";"));
          }
          add(B("|"));
        }
        add(B("]"));
      }
    }
    """

  private static let extra = """
    #define AT(type, array, i) ((const type *)((const char *)(array).first + (i) * (array).stride))
    static char seen[4096]; static uint64_t used;
    static void add(postil_bytes b) { memcpy(seen + used, b.start, b.count); used += b.count; }
    """

  private func module(_ name: String, takes tables: [String]) throws -> LoadedModule {
    let source = CModule.source(
      name: name, analyze: "h->diagnose(h->context, (postil_bytes){(const uint8_t *)seen, used}, (postil_span){0, 0});",
      extra: Self.extra, create: Self.create, takesTables: tables)
    let module = try LoadedModule.load(path: CModule.build(name, source))
    #expect(module.manifest.takesTables == tables)
    return module
  }

  private func seen(_ name: String, takes names: [String], _ tables: [ModuleTable]) throws -> String? {
    let instance = try module(name, takes: names).makeInstance(settings: ["size": 1], tables: tables)
    return try DocumentTables.with(Document(id: "d", text: "é a"), TextStructure(), run: instance.run) { document in
      let output = try instance.analyze(document, candidates: CandidateTable(run: instance.run), settings: [:])
      return output.diagnostics.first?.message
    }
  }

  @Test func `a module finds all tables that it takes among its settings`() throws {
    let all = "size:tables:factors[né=é;value=0.5;|né=strong;value=;note=a\nb;|]é[]"
    #expect(try seen("Tables", takes: ["factors", "é"], [Self.factors]) == all)
    #expect(try seen("Tableless", takes: ["factors"], []) == "size:tables:factors[]")
    #expect(try seen("Untabled", takes: [], []) == "size:")
  }

  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let told: String
    let kind: ModuleError.Kind
    let sentence: String
  }

  static let cases = [
    Case(
      testDescription: "its own table", told: "é: no row 'x'", kind: .table(name: "é", reason: "no row 'x'"),
      sentence: "module 'c' cannot use table 'é': no row 'x'"),
    Case(
      testDescription: "a table that it does not take", told: "other: no row 'x'",
      kind: .settings(reason: "other: no row 'x'"), sentence: "module 'c' refused its settings: other: no row 'x'"),
    Case(
      testDescription: "no colon behind the name", told: "factors are few", kind: .settings(reason: "factors are few"),
      sentence: "module 'c' refused its settings: factors are few"),
  ]

  @Test(arguments: cases)
  func `a table that the module refuses is told by its name`(_ c: Case) throws {
    let module = try module("RefusesTable", takes: ["factors", "é"])
    let bad = ModuleTable(name: "factors", rows: [.init([("a", "!" + c.told)])])
    let error = try #require(throws: ModuleError.self) { try module.makeInstance(settings: [:], tables: [bad]) }
    #expect(error.kind == c.kind)
    #expect("\(error)" == c.sentence)
  }
}
