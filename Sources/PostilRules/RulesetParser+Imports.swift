import Foundation
import PostilDiagnostics

/// What a rule file takes from others: all that a file of its folder declares, or named lexicons of a file beside the folder.
extension RulesetParser {
  mutating func readImports(_ file: inout FieldReader) {
    guard let node = file["imports"] else { return }
    for element in node.elements ?? [node] {
      if let path = element.scalar {
        importFile(path)
      } else {
        importLexicons(element)
      }
    }
  }

  private mutating func importFile(_ path: YAMLScalar) {
    guard let full = inside(path) else {
      broken.isImportBroken = true
      return
    }
    guard let declared = imported(path, at: full) else { return }
    definitions.merge(declared.definitions) { _, new in new }
    lexicons.merge(declared.lexicons) { _, new in new }
    types += declared.types
  }

  /// `{file: ../lists/places.yaml, lexicons: [towns]}`.
  private mutating func importLexicons(_ node: YAMLNode) {
    var fields = FieldReader(
      node, source, known: ["file", "lexicons"], what: "an import",
      shape: "write the name of a file, or {file: ../lists/file.yaml, lexicons: [name]}")
    defer { diagnostics += fields.diagnostics }
    guard node.entries != nil, let path = fields.required("file", in: "an import") else { return }
    let names = fields.texts("lexicons")
    if names.isEmpty {
      fields.fault(
        .missingField, "an import with 'file' needs the field 'lexicons'", at: node.location,
        help: "name the lexicons that it takes; of a file of its own folder all is taken by the file's name alone")
    }
    broken.names.formUnion(names.map(\.text))
    let home = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    guard let full = inside(path, home), let declared = imported(path, at: full) else { return }
    for name in names {
      if let lexicon = declared.lexicons[name.text] {
        broken.names.remove(name.text)
        lexicons[name.text] = lexicon
      } else if !declared.broken.contains(name.text) {
        fields.fault(
          .unknownName, "'\(path.text)' has no lexicon '\(name.text)'", at: name.location,
          help: Suggestion.help(for: name.text, among: declared.lexicons.keys))
      }
    }
  }

  /// What another file declares; nil, with a diagnostic, where it cannot be read.
  private mutating func imported(_ path: YAMLScalar, at full: String) -> Declarations? {
    guard !importers.contains(full) else {
      diagnostics.append(source.diagnostic(.unreadableImport, "'\(path.text)' imports itself", at: path.location))
      return nil
    }
    let name = displayName(of: path)
    do throws(Diagnostic) {
      let declared = try imports.file(at: full, called: name).declarations { () throws(Diagnostic) in
        let other = try SourceFile(path: full, name: name)
        return (other, try cache.tree(of: other))
      } _: { source, root in
        declarations(of: root, in: source, at: full)
      }
      guard let declared else { return nil }
      diagnostics += declared.diagnostics
      broken.names.formUnion(declared.broken.names)
      broken.isImportBroken = broken.isImportBroken || declared.broken.isImportBroken
      return declared
    } catch {
      broken.isImportBroken = true
      diagnostics.append(
        source.diagnostic(.unreadableImport, "cannot import '\(path.text)': \(error.message)", at: path.location))
      return nil
    }
  }

  private func declarations(of root: YAMLNode, in source: SourceFile, at path: String) -> Declarations {
    var parser = RulesetParser(
      source: source, path: path, manifests: manifests, knownTypes: knownTypes, cache: cache, inflections: inflections,
      imports: imports, importers: importers)
    var fields = FieldReader(root, source, known: RuleFields.file, what: "a rule file")
    parser.readShared(&fields)
    return Declarations(
      definitions: parser.definitions, lexicons: parser.lexicons, types: parser.types, broken: parser.broken,
      diagnostics: parser.diagnostics + fields.diagnostics)
  }
}
