import CPostilBuild
import CPostilModule
import PostilComparison
import PostilMatching
import PostilRules

#if Store
  import PostilStore
#endif

/// What `postil --version` tells: the program, what it was built from, and what it works with.
enum ProgramVersion {
  /// The version that has a section in CHANGELOG.md.
  static let number = "0.1.0"

  /// The commit, with `-dirty` where files were changed; nil where the build was not told, as by `swift build` alone.
  static var commit: String? {
    let told = String(cString: postil_build_commit())
    return told.isEmpty ? nil : told
  }

  /// The libraries in C that reports and stores are made with, as they are when the program runs.
  static var libraries: [(name: String, version: String)] {
    var libraries = [("PCRE2", Pattern.libraryVersion), ("libyaml", YAMLReader.libraryVersion)]
    #if Store
      libraries.append((Provenance.storeLibrary, Database.libraryVersion))
    #endif
    return libraries
  }

  /// The versions of the module interface that load.
  static var moduleInterface: String {
    "\(POSTIL_ABI_VERSION) (modules of version \(POSTIL_ABI_MIN_VERSION) and later load)"
  }

  /// A line for the program and one for each thing that it works with.
  static var text: String {
    let program = "postil \(number)" + (commit.map { ", commit \($0)" } ?? ", commit not told to this build")
    let parts = libraries.map { "\($0.name) \($0.version)" } + ["module interface \(moduleInterface)"]
    return ([program] + parts).joined(separator: "\n")
  }
}
