import Foundation
import PostilModel
import PostilModuleBridge
import PostilModuleHost
import Testing

/// A module in plain C, built for a test.
struct CModule {
  static let header = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Sources/CPostilModule/include").standardizedFileURL.path

  /// What stands around `analyze`: a manifest with the type `mark`, its features `n` and `ref`, and the decision `c.marked`.
  static func source(
    name: String, analyze: String, version: String = "POSTIL_ABI_VERSION", size: String = "sizeof(postil_module)",
    extra: String = "", create: String = "", takesFrames: Bool = false, takesTables: [String] = []
  ) -> String {
    """
    #include "postil_module.h"
    #include <stddef.h>
    #include <stdlib.h>
    #include <string.h>
    #define B(s) ((postil_bytes){(const uint8_t *)(s), sizeof(s) - 1})
    \(extra)
    static int64_t emit(const postil_host *h, const char *type, uint32_t start, uint32_t end, postil_array features) {
      postil_emission e; memset(&e, 0, sizeof e);
      e.size = sizeof e; e.span.start = start; e.span.end = end;
      e.type.start = (const uint8_t *)type; e.type.count = strlen(type); e.features = features;
      return h->emit(h->context, &e);
    }
    static int64_t decided(const postil_host *h, uint32_t start, uint32_t end, const char *decision, uint64_t size) {
      postil_emission e; memset(&e, 0, sizeof e);
      e.size = size; e.span.start = start; e.span.end = end; e.type = B("mark");
      e.decision.start = (const uint8_t *)decision; e.decision.count = strlen(decision);
      return h->emit(h->context, &e);
    }
    static void *create(const postil_module *m, const postil_host *h, postil_array s) {
      \(create)
      return malloc(1);
    }
    static int32_t analyze(void *i, const postil_host *h, const postil_document *d) {
      postil_array none = {0, 0, 0};
      (void)none;
      \(analyze)
      return 0;
    }
    static const char json[] = "{\\"name\\":\\"c\\",\\"version\\":\\"1\\",\\"assigns\\":[{\\"type\\":\\"mark\\",\\"features\\":[{\\"name\\":\\"n\\",\\"kind\\":\\"number\\"},{\\"name\\":\\"ref\\",\\"kind\\":\\"annotation\\"}]}],\\"takesFrames\\":\(takesFrames),\\"takesTables\\":[\(quoted(takesTables))],\(decisions)}";
    static postil_module module;
    const postil_module *postil_module_\(name)(void) {
      module.size = \(size); module.abi_version = \(version); module.manifest = B(json);
      module.create = create; module.analyze = analyze; module.destroy = free;
      return &module;
    }
    """
  }

  /// Names in a JSON list, inside a text of C.
  private static func quoted(_ names: [String]) -> String {
    names.map { #"\"\#($0)\""# }.joined(separator: ",")
  }

  /// The manifest's decisions.
  private static let decisions =
    #"\"decisions\":[{\"id\":\"c.marked\",\"meaning\":\"the text says so\"},{\"id\":\"c.quiet\"}]"#

  /// Builds `source` as `lib<name>.so` and returns its path.
  static func build(_ name: String, _ source: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("module-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(source.utf8).write(to: URL(fileURLWithPath: "\(folder)/m.c"))
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments = ["cc", "-shared", "-fPIC", "-I", header, "-o", "\(folder)/lib\(name).so", "\(folder)/m.c"]
    try compiler.run()
    compiler.waitUntilExit()
    try #require(compiler.terminationStatus == 0)
    return "\(folder)/lib\(name).so"
  }

  /// Runs a module whose `analyze` is given over the text `é a`.
  static func run(
    _ name: String, _ analyze: String, version: String = "POSTIL_ABI_VERSION", extra: String = "", text: String = "é a",
    tokens: [Token] = [], boilerplate: [Span] = [], frames: [FrameRule] = [],
    candidates: (RunTables) -> CandidateTable = { CandidateTable(run: $0) }
  ) throws -> ModuleOutput {
    let module = try LoadedModule.load(
      path: try build(
        name, source(name: name, analyze: analyze, version: version, extra: extra, takesFrames: !frames.isEmpty)))
    let instance = try module.makeInstance(settings: [:], frames: frames)
    let run = instance.run
    let structure = TextStructure(tokens: tokens, boilerplate: boilerplate)
    return try DocumentTables.with(Document(id: "d", text: text), structure, run: run) { document in
      try instance.analyze(document, candidates: candidates(run), settings: [:])
    }
  }
}
