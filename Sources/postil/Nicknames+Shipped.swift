import Foundation
import PostilNames
import PostilPipeline

extension Nicknames {
  /// Those of all languages of the shipped rules: `<language>/text/nicknames.tsv`; none where the rules are not found.
  static var shipped: Nicknames {
    var nicknames = Nicknames()
    guard let folder = Installation.rulesFolder else { return nicknames }
    let languages = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for language in languages.sorted() {
      if let data = FileManager.default.contents(atPath: "\(folder)/\(language)/text/nicknames.tsv") {
        nicknames.add(table: String(decoding: data, as: UTF8.self))
      }
    }
    return nicknames
  }
}
