import Foundation
import PostilJSON
import PostilModel

/// Metadata of `FILE` in `FILE.json`, one JSON object.
enum Sidecar {
  static func read(beside source: DocumentSource) throws(ReadError) -> Features? {
    guard let path = source.path.map({ $0 + ".json" }), FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ReadError(path: path, kind: .unreadable(reason: "no permission"))
    }
    let value: JSONValue
    do {
      value = try JSONParser.value(of: data)
    } catch {
      throw ReadError(path: path, kind: .badSidecar("the file \(error)"))
    }
    guard let members = value.members else { throw ReadError(path: path, kind: .badSidecar("it is no object")) }
    return Features(plain: members)
  }
}
