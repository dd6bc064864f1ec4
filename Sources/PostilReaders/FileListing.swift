import Foundation

/// The files below a folder, or in an archive.
struct FileListing {
  /// Their paths there, sorted, without hidden ones and metadata beside documents.
  let files: [String]
  private let all: Set<String>

  init(folder: String) {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    self.init(names) { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder)
      return isFolder.boolValue
    }
  }

  /// - Parameter isFolder: Whether the one of `names` is a folder; in archives their names end so.
  init(_ names: [String], isFolder: (String) -> Bool = { $0.hasSuffix("/") }) {
    let all = Set(names)
    self.all = all
    files = names.sorted().filter { name in
      // What the system of Apple's computers adds to archives stands in a folder of its own.
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
      let isSidecar = name.hasSuffix(".json") && all.contains(String(name.dropLast(5)))
      return !isFolder(name) && !isHidden && !isSidecar
    }
  }

  /// Whether a file stands in the folder that a browser saves beside a page, `NAME_files` beside `NAME.html`: its last word is of
  /// the browser's language.
  func isPagePart(_ name: String) -> Bool {
    let folders = name.split(separator: "/").dropLast()
    return folders.indices.contains { last in
      let folder = folders[...last].joined(separator: "/")
      guard let mark = folder.lastIndex(where: { "_-. ".contains($0) }), mark > folder.startIndex,
        folder[folder.index(after: mark)...].allSatisfy(\.isLetter)
      else { return false }
      return ["html", "htm", "xhtml", "php", "asp", "aspx"].contains { all.contains("\(folder[..<mark]).\($0)") }
    }
  }
}
