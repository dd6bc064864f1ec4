import Foundation

/// Finds modules where they may lie.
public enum ModuleSearch {
  /// The modules of `folders`, of `POSTIL_MODULES`, of `../lib/postil/modules` beside the executable, and of its own
  /// folder, in this order; of two with one name the first counts.
  ///
  /// - Returns: What was loaded, and a refusal for every other library; in the executable's folder, where other
  ///   libraries may lie, those without the function of a module are passed over.
  public static func modules(in folders: [String]) -> (modules: [LoadedModule], refusals: [ModuleError]) {
    var modules: [LoadedModule] = []
    var refusals: [ModuleError] = []
    let beside = executableFolder
    let environment = (ProcessInfo.processInfo.environment["POSTIL_MODULES"] ?? "").split(separator: ":").map(
      String.init)
    let own = beside.map { [$0 + "/../lib/postil/modules", $0] } ?? []
    for folder in folders where !FileManager.default.fileExists(atPath: folder) {
      refusals.append(ModuleError(module: folder, kind: .file(reason: "there is no such folder")))
    }
    for folder in folders + environment + own {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names.sorted() where name.hasPrefix("lib") && name.hasSuffix(".so") {
        do throws(ModuleError) {
          let module = try LoadedModule.load(path: "\(folder)/\(name)")
          if !modules.contains(where: { $0.manifest.name == module.manifest.name }) { modules.append(module) }
        } catch {
          if case .noEntry = error.kind, folder == beside { continue }
          refusals.append(error)
        }
      }
    }
    return (modules, refusals)
  }

  /// The folder of the running program's file, links resolved; nil when the system does not tell.
  public static let executableFolder: String? = {
    let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return path.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
  }()
}
