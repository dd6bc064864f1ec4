import PostilMatching

/// What PCRE2 refuses of a pattern, in words and at the place that an author can use.
///
/// The numbers of errors are those of pcre2.h.
struct PatternFault {
  let message: String
  /// In UTF-8 from the pattern's start.
  let offset: Int
  let help: String?

  init(_ error: PatternError, at offset: Int, in pattern: String) {
    var (message, offset, help) = (error.description, offset, String?.none)
    let bytes = Array(pattern.utf8)
    switch error.code {
    case 114, 124:
      offset = PatternBrackets(pattern).openGroup ?? offset
      (message, help) = ("the '(' is not closed", #"close it, or write '\(' for a parenthesis of the text"#)
    case 122:
      offset = PatternBrackets(pattern).strayEnd ?? offset
      (message, help) = ("the ')' closes nothing", #"write '\)' for a parenthesis of the text"#)
    case 106:
      offset = PatternBrackets(pattern).openClass ?? offset
      (message, help) = ("the '[' is not closed", #"close it, or write '\[' for a bracket of the text"#)
    case 109:
      offset = max(0, offset - 1)
      help = #"write '\?', '\*', '\+' or '\{' for the character itself"#
    case 125, 135, 187:
      offset = Self.last(["(?<=", "(?<!"], in: bytes, before: offset) ?? offset
      help = "say what stands before the match as the rule's condition 'before:', whose pattern may have any length"
    case 142, 144, 162:
      message = "a group's name that none can have"
      help =
        "the name of a group is of letters, digits and '_', and begins with no digit: 'first_name', not 'first-name'"
    case 143:
      offset = Self.last(["(?<", "(?P<", "(?'"], in: bytes, before: offset) ?? offset
      let name = Self.groupName(in: bytes, from: offset)
      message = "a second group is called '\(name)'"
      help = "give it another name, or begin the pattern with '(?J)' where only one of them takes part"
    case 146, 147, 148:
      offset = Self.last(["\\p", "\\P"], in: bytes, before: offset) ?? offset
      help = PropertyName.help(for: bytes, from: offset)
    case 160: help = "write '\\*' for an asterisk of the text; settings of the whole pattern are not given in it"
    case 103:
      help = "a backslash before a letter must be one that PCRE2 knows; write '\\\\' for a backslash of the text"
    default: break
    }
    self.message = message
    self.offset = min(offset, bytes.count)
    self.help = help
  }

  /// Where the last of `words` begins before `end`.
  private static func last(_ words: [String], in bytes: [UInt8], before end: Int) -> Int? {
    let limit = min(end, bytes.count)
    return words.compactMap { word in bytes[..<limit].ranges(of: Array(word.utf8)).last?.lowerBound }.max()
  }

  private static func groupName(in bytes: [UInt8], from start: Int) -> String {
    let rest = bytes[min(start, bytes.count)...].drop { !$0.isWordByte }
    let name = rest.first == UInt8(ascii: "P") && rest.dropFirst().first == UInt8(ascii: "<") ? rest.dropFirst(2) : rest
    return String(decoding: name.prefix(while: \.isWordByte), as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isWordByte: Bool {
    self == UInt8(ascii: "_") || (0x30...0x39).contains(self) || (0x41...0x5A).contains(self)
      || (0x61...0x7A).contains(self) || self >= 0x80
  }
}
