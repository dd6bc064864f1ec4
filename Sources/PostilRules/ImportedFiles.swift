import PostilDiagnostics
import Synchronization

/// The files that rule files import, each read once: all files of a folder import the same.
///
/// A class, since all files of a run share it.
final class ImportedFiles: Sendable {
  private struct Name: Hashable {
    let path: String
    /// What diagnostics call it.
    let displayName: String
  }

  private let files = Mutex<[Name: ImportedFile]>([:])

  func file(at path: String, called displayName: String) -> ImportedFile {
    files.withLock { files in
      let name = Name(path: path, displayName: displayName)
      let file = files[name] ?? ImportedFile()
      files[name] = file
      return file
    }
  }
}

/// One of them; who asks for it while another reads it waits.
final class ImportedFile: Sendable {
  private enum Content {
    case unread
    case refused(Diagnostic)
    case empty
    /// It imports others, so that what it declares depends on who asks: a file must not import itself.
    case importing(SourceFile, YAMLNode)
    case whole(Declarations)
  }

  private let content = Mutex(Content.unread)

  /// What the file declares; nil for an empty one.
  ///
  /// - Parameter read: Reads the file, which is done once.
  func declarations(
    _ read: () throws(Diagnostic) -> (SourceFile, YAMLNode?), _ declared: (SourceFile, YAMLNode) -> Declarations
  ) throws(Diagnostic) -> Declarations? {
    let known = content.withLock { content in
      if case .unread = content { content = Self.content(read, declared) }
      return content
    }
    switch known {
    case .unread, .empty: return nil
    case .refused(let fault): throw fault
    case .importing(let source, let root): return declared(source, root)
    case .whole(let declarations): return declarations
    }
  }

  private static func content(
    _ read: () throws(Diagnostic) -> (SourceFile, YAMLNode?), _ declared: (SourceFile, YAMLNode) -> Declarations
  ) -> Content {
    do throws(Diagnostic) {
      let (source, root) = try read()
      guard let root else { return .empty }
      let imports = root.entries?.contains { $0.key.text == "imports" } ?? false
      return imports ? .importing(source, root) : .whole(declared(source, root))
    } catch {
      return .refused(error)
    }
  }
}
