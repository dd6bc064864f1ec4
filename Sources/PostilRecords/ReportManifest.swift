import Foundation
import PostilJSON

/// The manifest of a report, `manifest.json` in its folder.
public enum ReportManifest {
  /// The file's name.
  public static let fileName = "manifest.json"

  /// What the manifest in `folder` holds; nil when there is none that can be read.
  public static func value(in folder: String) -> JSONValue? {
    FileManager.default.contents(atPath: "\(folder)/\(fileName)").flatMap { try? JSONParser.value(of: $0) }
  }

  /// What the manifest beside the report at `path` holds; nil when there is none that can be read.
  public static func value(besideReport path: String) -> JSONValue? {
    value(in: URL(fileURLWithPath: path).deletingLastPathComponent().path)
  }
}
