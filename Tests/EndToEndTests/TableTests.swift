import Foundation
import Testing

/// Tables that a module takes, from the file to the report.
///
/// The module here marks each document as a whole; the mark's `rows` are the keys and values of its table. It refuses a table
/// without the row `né`, and a value that begins with a letter.
@Suite struct TableTests {
  private let folder: TemporaryFolder
  private let chain: String
  private let document: String

  init() throws {
    folder = try TemporaryFolder()
    chain = try folder.write("postil.yaml", "postil: 1\nsteps: [{module: weigher, rules: [shipped]}]\n")
    document = try folder.write("d.txt", "«é» A quiet day.")
    _ = try folder.write("shipped/factors.yaml", Self.ruleset("shipped"))
    _ = try folder.write("shipped/factors.tsv", "name\tvalue\nné\t0.5\nfar\t2\n")
    try folder.compile(Self.module, as: "Weigher")
  }

  private static let module = #"""
    #include "postil_module.h"
    #include <stdlib.h>
    #include <string.h>
    #define B(s) ((postil_bytes){(const uint8_t *)(s), sizeof(s) - 1})
    #define AT(type, array, i) ((const type *)((const char *)(array).first + (i) * (array).stride))
    typedef struct { uint64_t count; uint8_t bytes[4096]; } text;

    static void add(text *t, postil_bytes b) { if (b.count) memcpy(t->bytes + t->count, b.start, b.count); t->count += b.count; }
    static void *refuse(const postil_host *h, postil_bytes key, postil_bytes what) {
      text told = {0};
      add(&told, B("factors: row '")); add(&told, key); add(&told, what);
      h->error(h->context, (postil_bytes){told.bytes, told.count});
      return NULL;
    }
    static void *create(const postil_module *m, const postil_host *h, postil_array settings) {
      text *rows = calloc(1, sizeof *rows);
      int found = 0;
      for (uint32_t i = 0; i < settings.count; i++) {
        const postil_feature *f = AT(postil_feature, settings, i);
        if (f->name.count != 6 || memcmp(f->name.start, "tables", 6)) continue;
        postil_array table = AT(postil_feature, f->value.items, 0)->value.items;
        for (uint32_t j = 0; j < table.count; j++) {
          postil_array row = AT(postil_value, table, j)->items;
          postil_bytes key = AT(postil_feature, row, 0)->value.string, value = AT(postil_feature, row, 1)->value.string;
          if (value.count && value.start[0] >= 'a') return refuse(h, key, B("' has no number"));
          if (key.count == 3 && !memcmp(key.start, "né", 3)) found = 1;
          add(rows, key); add(rows, B("=")); add(rows, value); add(rows, B(";"));
        }
      }
      return found ? rows : refuse(h, B("né"), B("' is missing"));
    }
    static int32_t analyze(void *instance, const postil_host *h, const postil_document *d) {
      text *rows = instance;
      postil_feature feature; memset(&feature, 0, sizeof feature);
      feature.name = B("rows"); feature.value.kind = POSTIL_STRING;
      feature.value.string = (postil_bytes){rows->bytes, rows->count};
      postil_emission e; memset(&e, 0, sizeof e);
      e.size = sizeof e; e.span = (postil_span){0, d->text.count}; e.type = B("mark");
      e.features = (postil_array){&feature, 1, sizeof feature};
      h->emit(h->context, &e);
      return 0;
    }
    static const char json[] = "{\"name\":\"weigher\",\"version\":\"1\",\"takesTables\":[\"factors\"],\"assigns\":[{"
      "\"type\":\"mark\",\"features\":[{\"name\":\"rows\",\"kind\":\"string\"}]}]}";
    static postil_module module;
    const postil_module *postil_module_Weigher(void) {
      module.size = sizeof module; module.abi_version = POSTIL_ABI_VERSION; module.manifest = B(json);
      module.create = create; module.analyze = analyze; module.destroy = free;
      return &module;
    }
    """#

  private static func ruleset(_ name: String, file: String = "factors.tsv") -> String {
    "postil: 1\nruleset: \(name)\nmodule: weigher\ntables:\n  factors: {file: \(file)}\n"
  }

  /// Writes a folder with a ruleset of `rows`, and returns its path.
  private func rules(_ name: String, _ rows: String) throws -> String {
    _ = try folder.write("\(name)/r.yaml", Self.ruleset("my.\(name)"))
    _ = try folder.write("\(name)/factors.tsv", "name\tvalue\n" + rows)
    return "\(folder.path)/\(name)"
  }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    let words = arguments[0] == "annotate" ? 1 : 2
    return try Program.run(
      arguments.prefix(words) + ["--chain", chain, "--modules", folder.path] + arguments.dropFirst(words))
  }

  /// The rows that the module was given, as it tells them.
  private func rows(_ options: String...) throws -> String? {
    let words = ["annotate", "--chain", chain, "--modules", folder.path, "--quiet", "--format", "jsonl"]
    let run = try Program.run(words + options + [document])
    #expect(run.status == 0, "\(run.errors)")
    let made = run.records.first?["annotations"] as? [[String: Any]]
    return (made?.first?["features"] as? [String: Any])?["rows"] as? String
  }

  @Test func `a user's row takes the place of the shipped one, and others come behind`() throws {
    #expect(try rows() == "né=0.5;far=2;")
    let mine = try rules("mine", "new\t1\nné\t0.7\n")
    #expect(try rows("--rules", mine) == "né=0.7;far=2;new=1;")
    #expect(try rows("--rules", mine, "--rules", try rules("other", "né\t0.9\n")) == "né=0.9;far=2;new=1;")
  }

  @Test func `a diff of rules knows that the user's rows come last`() throws {
    let run = try run("rules", "diff", try rules("old", "né\t1\n"), try rules("new", "né\t3\n"), document)
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.output.contains("né=1;far=2;"), "\(run.output)")
    #expect(run.output.contains("né=3;far=2;"), "\(run.output)")
    let shipped = try folder.write("changed/factors.yaml", Self.ruleset("shipped"))
    _ = try folder.write("changed/factors.tsv", "name\tvalue\nné\t4\nfar\t5\n")
    let mine = try rules("mine", "far\t6\n")
    let other = try self.run("rules", "diff", "--rules", mine, folder.path + "/shipped", shipped, document)
    #expect(other.output.contains("né=0.5;far=6;"), "\(other.output)\(other.errors)")
    #expect(other.output.contains("né=4;far=6;"), "\(other.output)")
  }

  @Test func `a table that the module cannot use is told where it is given`() throws {
    let mine = try rules("mine", "né\tx\n")
    let check = try run("rules", "check", mine)
    #expect(check.status == 1)
    #expect(check.output == "0 rules, 1 errors, 0 warnings\n")
    #expect(
      check.errors.contains(
        "mine/r.yaml:5:3: error: module 'weigher' cannot use table 'factors': row 'né' has no number [R074]\n"
          + "5 |   factors: {file: factors.tsv}\n  |   ^\n"), "\(check.errors)")
    let failed = try run("annotate", "--quiet", "--rules", mine, document)
    #expect(failed.status != 0)
    #expect(failed.errors.contains("module 'weigher' cannot use table 'factors': row 'né' has no number"))
  }

  @Test func `of several rulesets the one is told that broke the table`() throws {
    let (first, second) = (try rules("first", "far\tx\n"), try rules("second", "near\t1\n"))
    let check = try run("rules", "check", "--rules", first, "--rules", second)
    #expect(check.errors.contains("first/r.yaml:5:3: error:"), "\(check.errors)")
    #expect(check.output == "0 rules, 1 errors, 0 warnings\n")
    _ = try folder.write("shipped/factors.tsv", "name\tvalue\nfar\t2\n")
    let missing = try run("rules", "check", "--rules", second)
    #expect(missing.errors.contains("shipped/factors.yaml:5:3: error:"), "\(missing.errors)")
    #expect(missing.errors.contains("row 'né' is missing [R074]"))
  }

  @Test func `a table that no ruleset gives is told without a place`() throws {
    _ = try folder.write("shipped/factors.yaml", "postil: 1\nruleset: shipped\nmodule: weigher\nrules: []\n")
    let check = try run("rules", "check")
    #expect(check.status == 1)
    #expect(check.output == "0 rules, 1 errors, 0 warnings\n")
    #expect(
      check.errors == "postil: error: module 'weigher' cannot use table 'factors': row 'né' is missing\n")
  }

  @Test func `a misspelt table is told with the name that is meant`() throws {
    let rules = try folder.write(
      "mine/r.yaml", Self.ruleset("my").replacing("factors:", with: "factor:"))
    _ = try folder.write("mine/factors.tsv", "name\tvalue\n")
    let check = try run("rules", "check", rules)
    #expect(
      check.errors.hasSuffix(
        "mine/r.yaml:5:3: error: module 'weigher' takes no table 'factor' [R073]\n"
          + "5 |   factor: {file: factors.tsv}\n  |   ^\n  = help: did you mean 'factors'?\n"), "\(check.errors)")
  }

  @Test func `modules describe and check know that rulesets bring the tables`() throws {
    let described = try Program.run("modules", "describe", "--modules", folder.path, "weigher")
    #expect(described.output.contains("\ntakes tables: factors\n"))
    #expect(try Program.run("modules", "check", folder.path + "/libWeigher.so").status == 0)
  }

  @Test(arguments: ["factors.tsv", "weights/factors.txt"])
  func `a report knows the tables that made it, wherever they lie`(file: String) throws {
    let rules = try folder.write("mine/r.yaml", Self.ruleset("my", file: file))
    let table = try folder.write("mine/" + file, "name\tvalue\nné\t1\n")
    let out = folder.path + "/out"
    let made = try run(
      "annotate", "--quiet", "--rules", rules, "--format", "jsonl", "--output", out, document)
    #expect(made.status == 0, "\(made.errors)")
    let data = try Data(contentsOf: URL(fileURLWithPath: out + "/manifest.json"))
    let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let paths = (manifest["lexicons"] as? [[String: Any]] ?? []).compactMap { $0["path"] as? String }
    #expect(paths.count == 2)
    #expect(paths.count { $0.hasSuffix(file) } == (file == "factors.tsv" ? 2 : 1), "\(paths)")
    #expect(try Program.run("verify", out).status == 0)
    try Data("name\tvalue\nné\t2\n".utf8).write(to: URL(fileURLWithPath: table))
    let verified = try Program.run("verify", out)
    #expect(verified.status == 1)
    #expect((verified.output + verified.errors).contains("mine/\(file)\n"), "\(verified)")
  }

  @Test func `watch keeps the last good rules while a table is refused`() throws {
    let mine = try rules("mine", "né\t1\n")
    let watching = Process()
    watching.executableURL = URL(fileURLWithPath: Program.path)
    watching.currentDirectoryURL = URL(fileURLWithPath: Program.checkout)
    watching.arguments = [
      "rules", "watch", "--saves", "2", "--chain", chain, "--modules", folder.path, "--rules", mine, document,
    ]
    let output = Pipe()
    watching.standardOutput = output
    watching.standardError = Pipe()
    try watching.run()
    defer { if watching.isRunning { watching.terminate() } }
    func next(until mark: String) -> String {
      var text = ""
      while !text.contains(mark), case let data = output.fileHandleForReading.availableData, !data.isEmpty {
        text += String(decoding: data, as: UTF8.self)
      }
      return text
    }
    func save(_ rows: String) throws {
      // At once, so that no half of it is noticed.
      try Data("name\tvalue\n\(rows)".utf8).write(to: URL(fileURLWithPath: mine + "/factors.tsv"), options: .atomic)
    }
    #expect(next(until: "document\n").contains("watching"))
    try save("né\tx\n")
    #expect(next(until: " ms\n").contains("the last good rules stay in force"))
    try save("né\t22\n")
    #expect(next(until: " ms\n").contains("né=22;far=2;"))
    watching.waitUntilExit()
    #expect(watching.terminationStatus == 0)
  }
}
