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

  private static func isRulesFolder(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/en/text")
  }
}
