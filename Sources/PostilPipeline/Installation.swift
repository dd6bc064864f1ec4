import Foundation
import PostilModuleHost

/// Where the rules that come with the program lie.
public enum Installation {
  /// The folder of the shipped rules, with a subfolder for each language.
  ///
  /// `POSTIL_RULES`, else `../share/postil/rules` beside the executable, else the `rules` of the nearest folder above
  /// the executable that has one (a checkout). Nil when there is none.
  public static let rulesFolder: String? = {
    if let given = ProcessInfo.processInfo.environment["POSTIL_RULES"], !given.isEmpty { return given }
    guard let beside = ModuleSearch.executableFolder else { return nil }
    var folder = URL(fileURLWithPath: beside)
    let installed = folder.appendingPathComponent("../share/postil/rules").standardizedFileURL.path
    if isRulesFolder(installed) { return installed }
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("rules").path
      if isRulesFolder(candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return nil
  }()

  /// The folder of `postil_module.h`: `../share/postil/include` beside the executable, or that of a checkout above it.
  public static let headerFolder: String? = nearest(["share/postil/include", "Sources/CPostilModule/include"]) {
    FileManager.default.fileExists(atPath: $0 + "/postil_module.h")
  }

  /// The folder of the documentation's pages: `../share/postil/documentation` beside the executable, or that of a checkout above it.
  public static let documentationFolder: String? = nearest(["share/postil/documentation", "Documentation"]) {
    FileManager.default.fileExists(atPath: $0 + "/RuleLanguage.md")
  }

  /// The folder of `postil_module.py`: `../share/postil/python` beside the executable, or that of a checkout above it.
  public static let pythonFolder: String? = nearest(["share/postil/python", "python"]) {
    FileManager.default.fileExists(atPath: $0 + "/postil_module.py")
  }

  /// The checkout above the executable, for packages that build on it.
  public static let packageFolder: String? = nearest(["Package.swift"]) {
    FileManager.default.fileExists(atPath: $0)
  }.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }

  /// The first of `names` below a folder above the executable, the nearest folder first, that is right.
  private static func nearest(_ names: [String], where isRight: (String) -> Bool) -> String? {
    guard let beside = ModuleSearch.executableFolder else { return nil }
    var folder = URL(fileURLWithPath: beside)
    while folder.path != "/" {
      if let found = names.lazy.map({ folder.appendingPathComponent($0).path }).first(where: isRight) { return found }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  /// Whether a folder below `path` is that of a language: it has tables for texts.
  private static func isRulesFolder(_ path: String) -> Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.contains { FileManager.default.fileExists(atPath: "\(path)/\($0)/text") }
  }
}
