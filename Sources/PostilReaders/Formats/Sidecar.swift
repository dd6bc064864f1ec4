import Foundation
import PostilJSON
import PostilModel

/// Metadata of `FILE` in `FILE.json`, one JSON object.
enum Sidecar {
  /// The file and what it calls itself; nil where there is none.
  private static func file(beside source: DocumentSource) throws(ReadError) -> (String, Data)? {
    let path = source.displayName + ".json"
    guard source.origin == nil else { return source.beside.map { (path, Data($0)) } }
    guard source.path != nil, FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ReadError(path: path, kind: .unreadable(reason: "no permission"))
    }
    return (path, data)
  }

  static func read(beside source: DocumentSource) throws(ReadError) -> Features? {
    guard let (path, data) = try file(beside: source) else { return nil }
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
