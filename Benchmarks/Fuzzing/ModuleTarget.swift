import Foundation
import PostilModel
import PostilModuleBridge
import PostilModuleHost

/// The module boundary: a module in C that emits what the document's bytes say, right or wrong.
struct ModuleTarget: FuzzTarget {
  static let name = "module"

  private let workplace: Workplace
  private let instance: ModuleInstance

  init(_ workplace: Workplace) throws {
    self.workplace = workplace
    let source = workplace.checkout + "/Benchmarks/Fuzzing/Hostile.c.txt"
    let code = try workplace.write("hostile.c", try workplace.bytes(source))
    let library = workplace.folder + "/libHostile.so"
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments = [
      "cc", "-shared", "-fPIC", "-I", workplace.checkout + "/Sources/CPostilModule/include", "-o", library, code,
    ]
    try compiler.run()
    compiler.waitUntilExit()
    guard compiler.terminationStatus == 0 else { throw FuzzFailure("the hostile module does not build") }
    instance = try LoadedModule.load(path: library).makeInstance(settings: [:])
  }

  mutating func run(_ generator: inout SplitMix) throws -> String? {
    let bytes = (0..<Int.random(in: 8...400, using: &generator)).map { _ in
      UInt8.random(in: 0...127, using: &generator)
    }
    let text = "é" + String(decoding: bytes, as: UTF8.self)
    try workplace.write("document.txt", Array(text.utf8))
    let given = [Annotation(type: "mark", span: Span(start: 0, end: 2))]
    do {
      let document = Document(id: "d", text: text, given: given)
      let output = try DocumentTables.with(document, TextStructure(), run: instance.run) { tables in
        try instance.analyze(tables, candidates: CandidateTable(run: instance.run), settings: [:])
      }
      return fault(of: output, text)
    } catch {
      return nil
    }
  }

  /// What the host let pass and should not have.
  private func fault(of output: ModuleOutput, _ text: String) -> String? {
    let bytes = Array(text.utf8)
    for annotation in output.annotations {
      let span = annotation.span
      guard annotation.type == "mark", span.start < span.end, span.end <= bytes.count,
        bytes[span.start] & 0xC0 != 0x80, span.end == bytes.count || bytes[span.end] & 0xC0 != 0x80
      else { return "'\(annotation.type)' at \(span) passed" }
      for feature in annotation.features {
        if let number = feature.value.number, !number.isFinite { return "a number that is none passed" }
        if let index = feature.value.annotation, index > output.annotations.count {
          return "annotation \(index) passed"
        }
      }
    }
    return nil
  }
}
