import Foundation
import Testing

/// Rules that a module matches itself, from the file to the report.
///
/// The module here marks every place of a frame's words that no frame before it has marked; the mark's `source` is the word
/// before it. A frame that begins with `!` it refuses.
@Suite struct FrameTests {
  private let folder: TemporaryFolder
  private let chain: String

  init() throws {
    folder = try TemporaryFolder()
    chain = try folder.write("postil.yaml", "postil: 1\nsteps: [{module: framer}]\n")
    try folder.compile(Self.module, as: "Framer")
  }

  private static let module = #"""
    #include "postil_module.h"
    #include <stdlib.h>
    #include <string.h>
    #define B(s) ((postil_bytes){(const uint8_t *)(s), sizeof(s) - 1})
    #define AT(type, array, i) ((const type *)((const char *)(array).first + (i) * (array).stride))
    typedef struct { uint32_t count; postil_bytes rules[16], texts[16]; } frames;
    typedef struct { const postil_host *host; const frames *frames; postil_array tokens; postil_span taken[64]; uint32_t count; } work;

    static postil_bytes copy(postil_bytes b) {
      uint8_t *bytes = malloc(b.count + 1); memcpy(bytes, b.start, b.count);
      return (postil_bytes){bytes, b.count};
    }
    static void *create(const postil_module *m, const postil_host *h, postil_array settings) {
      frames *all = calloc(1, sizeof *all);
      for (uint32_t i = 0; i < settings.count; i++) {
        const postil_feature *f = AT(postil_feature, settings, i);
        if (f->name.count != 6 || memcmp(f->name.start, "frames", 6)) continue;
        for (uint32_t j = 0; j < f->value.items.count; j++) {
          postil_array record = AT(postil_value, f->value.items, j)->items;
          postil_bytes rule = AT(postil_feature, record, 0)->value.string;
          postil_bytes text = AT(postil_feature, record, 1)->value.string;
          if (text.start[0] == '!') {
            char told[256]; memcpy(told, rule.start, rule.count); memcpy(told + rule.count, ": no '!' here", 13);
            h->error(h->context, (postil_bytes){(const uint8_t *)told, rule.count + 13});
            return NULL;
          }
          all->rules[all->count] = copy(rule); all->texts[all->count++] = copy(text);
        }
      }
      return all;
    }
    static void found(void *user, uint32_t name, postil_span span) {
      work *w = user;
      for (uint32_t i = 0; i < w->count; i++)
        if (span.start < w->taken[i].end && w->taken[i].start < span.end) return;
      w->taken[w->count++] = span;
      postil_span before = span;
      for (uint32_t i = 0; i < w->tokens.count; i++)
        if (AT(postil_token, w->tokens, i)->span.end <= span.start) before = AT(postil_token, w->tokens, i)->span;
      postil_feature source; memset(&source, 0, sizeof source);
      source.name = B("source"); source.value.kind = POSTIL_SPAN; source.value.span = before;
      postil_emission e; memset(&e, 0, sizeof e);
      e.size = sizeof e; e.span = span; e.type = B("mark"); e.decision = w->frames->rules[name];
      e.features = (postil_array){&source, 1, sizeof source};
      w->host->emit(w->host->context, &e);
    }
    static int32_t analyze(void *instance, const postil_host *h, const postil_document *d) {
      frames *all = instance;
      work w = {h, all, d->tokens};
      for (uint32_t i = 0; i < all->count; i++) {
        frames one = {1, {all->rules[i]}, {all->texts[i]}};
        w.frames = &one;
        h->find(h->context, (postil_array){one.texts, 1, sizeof *one.texts}, &w, found);
      }
      return 0;
    }
    static const char json[] = "{\"name\":\"framer\",\"version\":\"1\",\"takesFrames\":true,\"assigns\":[{\"type\":\"mark\","
      "\"features\":[{\"name\":\"source\",\"kind\":\"span\"}]}],\"inputs\":[{\"type\":\"hint\"}]}";
    static postil_module module;
    const postil_module *postil_module_Framer(void) {
      module.size = sizeof module; module.abi_version = POSTIL_ABI_VERSION; module.manifest = B(json);
      module.create = create; module.analyze = analyze; module.destroy = free;
      return &module;
    }
    """#

  private static let rules = """
    postil: 1
    ruleset: my.frames
    module: framer
    rules:
      - id: ship
        title: A ship by itself
        frame: ship
        examples:
          - {text: 'Ann saw the [[ship]].', features: {source: the}}
          - {text: 'Ann saw the old ship.', none: true}
      - id: old-ship
        priority: 1
        frame: 'old ship'
        examples:
          - {text: 'Ann saw the [[old ship]] and the ship.', features: {source: the}}
          - {text: 'Ann saw the ship.', none: true}
          - {text: 'Ann saw the boat.', noneOfType: true}

    """

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(arguments.prefix(2) + ["--chain", chain, "--modules", folder.path] + arguments.dropFirst(2))
  }

  private func report(_ rules: String, _ text: String) throws -> [[String: Any]] {
    let document = try folder.write("d.txt", text)
    let run = try run("annotate", "--quiet", "--rules", rules, "--format", "jsonl", document)
    #expect(run.status == 0, "\(run.errors)")
    return run.records.first?["annotations"] as? [[String: Any]] ?? []
  }

  @Test(arguments: ["", "👩‍👩‍👧 «é» "])
  func `what a module makes by a frame names its rule, the more important first`(prefix: String) throws {
    let rules = try folder.write("r.yaml", Self.rules)
    let found = try report(rules, prefix + "Ann saw the old ship and a ship.")
    #expect(found.map { $0["text"] as? String } == ["old ship", "ship"])
    let made = found.map { $0["by"] as? [String: String] ?? [:] }
    #expect(made.map { $0["decision"] } == ["my.frames/old-ship", "my.frames/ship"])
    #expect(made.map { $0["rule"] } == ["my.frames/old-ship", "my.frames/ship"])
    let sources = found.map { ($0["from"] as? [String: Any])?["rules"] as? [String] }
    #expect(sources == [["my.frames/old-ship"], ["my.frames/ship"]])
  }

  @Test func `the order of files decides between frames of one priority`() throws {
    let rules = Self.rules.replacing("    priority: 1\n", with: "")
    _ = try folder.write("rules/b.yaml", rules)
    #expect(try report(folder.path + "/rules", "The old ship.").map { $0["text"] as? String } == ["ship"])
    _ = try folder.write("rules/a.yaml", "postil: 1\nruleset: a\nmodule: framer\nrules: [{id: o, frame: old ship}]\n")
    #expect(try report(folder.path + "/rules", "The old ship.").map { $0["text"] as? String } == ["old ship"])
  }

  @Test func `examples of frames are held against what was made by them`() throws {
    let rules = try folder.write("r.yaml", Self.rules)
    let right = try run("rules", "test", rules)
    #expect(right.output.contains("5 examples, 0 failed"), "\(right.errors)")
    let wrong = try folder.write(
      "w.yaml",
      Self.rules.replacing("my.frames", with: "my.wrong").replacing("the [[ship]]", with: "[[the]] ship")
        .replacing("the ship.', features: {source: the}", with: "the ship.', features: {source: saw}"))
    let told = try run("rules", "test", wrong)
    #expect(told.status == 1)
    #expect(
      told.errors.contains(
        "missing: 'the'; frames are matched by the module 'framer', and by this one it made nothing here"),
      "\(told.errors)")
    #expect(told.errors.contains("source is the, wants saw"), "\(told.errors)")
    #expect(try run("rules", "test", "--update", wrong).status == 0)
    #expect(try run("rules", "test", wrong).output.contains("5 examples, 0 failed"))
  }

  @Test func `explain, coverage and profile know that a module matches frames`() throws {
    let rules = try folder.write("r.yaml", Self.rules)
    let document = try folder.write("d.txt", "Ann saw the ship.")
    let there = try run("rules", "explain", "--rules", rules, "--rule", "ship", document + ":1:13")
    #expect(there.output == "my.frames/ship: it did: mark 'ship'\n", "\(there.errors)")
    let not = try run("rules", "explain", "--rules", rules, "--rule", "old-ship", document)
    #expect(
      not.output
        == "my.frames/old-ship: frames are matched by the module 'framer', and by this one it made nothing here\n")
    let place = try run("rules", "explain", "--rules", rules, document + ":1:13")
    #expect(place.output.contains("    by my.frames/ship: A ship by itself\n"), "\(place.output)")
    let coverage = try run("rules", "coverage", "--rules", rules, document)
    #expect(coverage.output == "rule my.frames/old-ship\n1 of 2 rules never fired in 1 document\n")
    let profile = try run("rules", "profile", "--rules", rules, document)
    #expect(!profile.output.contains("my.frames"))
    let described = try Program.run("modules", "describe", "--modules", folder.path, "framer")
    #expect(described.output.contains("takes frames"))
  }

  @Test func `every frame that the module cannot read is told at its place`() throws {
    let rules = try folder.write(
      "r.yaml", Self.rules.replacing("frame: ship", with: "frame: '!ship'").replacing("'old ship'", with: "'!é'"))
    let check = try run("rules", "check", "--errors-only", rules)
    #expect(check.status == 1)
    #expect(check.output == "2 rules, 2 errors, 0 warnings\n")
    let first = "r.yaml:7:12: error: module 'framer' cannot read the frame of rule 'ship': no '!' here [R069]"
    #expect(check.errors.contains(first), "\(check.errors)")
    #expect(check.errors.contains("r.yaml:13:12: error: module 'framer' cannot read the frame of rule 'old-ship'"))
    let document = try folder.write("d.txt", "Ann saw the ship.")
    let failed = try run("annotate", "--quiet", "--rules", rules, document)
    #expect(failed.status != 0)
    #expect(failed.errors.contains("module 'framer' cannot read the frame of rule 'my.frames/old-ship': no '!' here"))
  }
}
