import Foundation
import PostilModel

/// Metadata of `FILE` in `FILE.json`, one JSON object.
enum Sidecar {
  static func read(beside source: DocumentSource) throws(ReadError) -> Features? {
    guard let path = source.path.map({ $0 + ".json" }), FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ReadError(path: path, kind: .unreadable(reason: "no permission"))
    }
    guard let object = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any] else {
      throw ReadError(path: path, kind: .badRecord(line: 1, reason: "a sidecar must be one JSON object"))
    }
    return RecordDecoder.metadata(object, without: [])
  }
}
