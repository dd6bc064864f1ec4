/// Zip archives with members that are not compressed, and such as zlib makes.
enum ZipFile {
  /// - Parameter packed: Members that are compressed already, with raw deflate.
  static func bytes(_ members: [(name: String, content: String)], packed: [(name: String, content: [UInt8])] = [])
    -> [UInt8]
  {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    let all = members.map { ($0.name, Array($0.content.utf8), 0) } + packed.map { ($0.name, $0.content, 8) }
    for (name, content, method) in all {
      let place = file.count
      let common =
        number(20, 2) + number(0x800, 2) + number(method, 2) + number(0, 8) + number(content.count, 4)
        + number(content.count, 4) + number(name.utf8.count, 2) + number(0, 2)
      file += number(0x0403_4B50, 4) + common + Array(name.utf8) + content
      directory += number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 10) + number(place, 4) + Array(name.utf8)
    }
    let end = number(all.count, 2) + number(all.count, 2) + number(directory.count, 4) + number(file.count, 4)
    return file + directory + number(0x0605_4B50, 4) + number(0, 4) + end + number(0, 2)
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * min($0, 7))) }
  }
}
