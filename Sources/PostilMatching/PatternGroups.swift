private import CPCRE2
import PostilModel

/// The groups of a pattern.
struct PatternGroups: Equatable, Sendable {
  /// The names of the named groups, by their numbers.
  let names: [String]
  /// Their numbers, ascending.
  let numbers: [Int]
  /// How many groups there are, named or not.
  let count: Int

  init(names: [String], numbers: [Int], count: Int) {
    self.names = names
    self.numbers = numbers
    self.count = count
  }

  init(of code: OpaquePointer) {
    var count: UInt32 = 0
    var entrySize: UInt32 = 0
    var table: UnsafePointer<UInt8>?
    var groupCount: UInt32 = 0
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMECOUNT), &count)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMEENTRYSIZE), &entrySize)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_NAMETABLE), &table)
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_CAPTURECOUNT), &groupCount)
    var named: [(name: String, number: Int)] = []
    if let table {
      for index in 0..<Int(count) {
        let entry = table + index * Int(entrySize)
        named.append((String(cString: entry + 2), Int(entry[0]) << 8 | Int(entry[1])))
      }
    }
    named.sort { $0.number < $1.number }
    self.init(names: named.map(\.name), numbers: named.map(\.number), count: Int(groupCount))
  }
}

extension RuleCache {
  /// The code of a pattern: where it is known that it compiles, it does so when it is first searched for.
  ///
  /// - Throws: ``PatternError`` with the place when it does not.
  func code(of pattern: String) throws(PatternError) -> CompiledCode {
    var compiled: CompiledCode?
    let groups = try finding(.groups, of: ContentDigest(of: pattern)) { reader throws(ByteReader.Damaged) in
      try PatternGroups(from: &reader)
    } write: { groups, bytes in
      groups.write(to: &bytes)
    } make: { () throws(PatternError) in
      let made = try CompiledCode(pattern)
      compiled = made
      return made.groups
    }
    return compiled ?? CompiledCode(known: pattern, groups: groups)
  }
}

extension PatternGroups {
  fileprivate init(from reader: inout ByteReader) throws(ByteReader.Damaged) {
    count = try reader.value(Int.self)
    numbers = try reader.values(Int.self)
    var names: [String] = []
    for _ in numbers { names.append(String(decoding: try reader.values(UInt8.self), as: UTF8.self)) }
    self.names = names
  }

  fileprivate func write(to bytes: inout [UInt8]) {
    bytes.append(value: count)
    bytes.append(values: numbers)
    for name in names { bytes.append(values: Array(name.utf8)) }
  }
}
