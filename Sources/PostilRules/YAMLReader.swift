private import CLibYAML
import PostilDiagnostics
import PostilModel

/// Reads one YAML document into a tree in which every key and value knows its place.
///
/// Refused: more than one document, keys given twice, keys that are no text, merge keys, files over 16 MiB, more than
/// 400,000 nodes after aliases are expanded, nesting deeper than 64.
public struct YAMLReader {
  /// The version of libyaml, such as `0.2.5`.
  public static var libraryVersion: String { String(cString: yaml_get_version_string()) }

  private static let mostBytes = 16 << 20
  private static let mostNodes = 400_000
  static let deepest = 64

  /// Something that YAML takes out of a text: a tag, or an anchor that no alias names.
  public struct Remark: Sendable {
    /// As written, such as `!Kung` or `&TV`.
    public let text: String
    /// Where it stands.
    public let location: SourceLocation
  }

  private let file: SourceFile
  private var parser = yaml_parser_t()
  private var anchors: [String: (node: YAMLNode, size: Int)] = [:]
  private var remarks: [Remark] = []
  private var nodes = 0
  private var cursor: TextCursor

  /// Reads `source`; nil for a file without content.
  ///
  /// - Throws: A ``Diagnostic`` at the place of the first fault.
  public static func read(_ source: SourceFile) throws(Diagnostic) -> YAMLNode? {
    var reader = YAMLReader(file: source)
    return try reader.read()
  }

  /// The tags of `source` that are not YAML's own, and the anchors that nothing uses; none of a file that is broken.
  public static func remarks(on source: SourceFile) -> [Remark] {
    var reader = YAMLReader(file: source)
    return (try? reader.read()) == nil ? [] : reader.remarks.sorted { $0.location < $1.location }
  }

  private init(file: SourceFile) {
    self.file = file
    cursor = TextCursor(file.bytes)
  }

  private mutating func read() throws(Diagnostic) -> YAMLNode? {
    guard file.bytes.count <= Self.mostBytes else {
      throw file.diagnostic(.fileTooLarge, "the file is larger than \(Self.mostBytes) bytes", line: 1, column: 1)
    }
    guard yaml_parser_initialize(&parser) == 1 else {
      throw file.diagnostic(.fileTooLarge, "out of memory", line: 1, column: 1)
    }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    let result: Result<YAMLNode?, Diagnostic> = file.bytes.withUnsafeBufferPointer { buffer in
      // Told the encoding, libyaml does not take a byte order mark away.
      let text = UnsafeBufferPointer(rebasing: buffer.dropFirst(file.textStart))
      yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
      do throws(Diagnostic) { return .success(try document()) } catch { return .failure(error) }
    }
    return try result.get()
  }

  private mutating func document() throws(Diagnostic) -> YAMLNode? {
    var root: YAMLNode?
    while true {
      var event = try next()
      let kind = event.type
      let mark = event.start_mark
      switch kind {
      case YAML_STREAM_END_EVENT:
        yaml_event_delete(&event)
        return root
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT:
        yaml_event_delete(&event)
      case YAML_DOCUMENT_START_EVENT:
        yaml_event_delete(&event)
        if root != nil { throw fault(mark, "a second document in one file", code: .repeatedKey) }
      default:
        root = try node(event, depth: 0).node
      }
    }
  }

  private mutating func next() throws(Diagnostic) -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(&parser, &event) == 1 else { throw syntaxFault() }
    return event
  }

  private mutating func syntaxFault() -> Diagnostic {
    let problem = parser.problem.map { String(cString: $0) } ?? "unknown problem"
    if parser.error == YAML_READER_ERROR {
      return file.diagnostic(
        .invalidYAML, "not valid YAML: \(problem)", at: file.location(atByte: file.textStart + parser.problem_offset),
        help: "take the character away, or write it as an escape in double quotes")
    }
    let context = parser.context.map { String(cString: $0) } ?? ""
    let place = location(parser.problem_mark)
    if let odd = oddSpace(upTo: place.line) { return odd }
    let line = file.line(place.line) ?? ""
    let before = line.unicodeScalars.prefix(place.column - 1)
    let fault = YAMLFault(
      problem: problem, context: context, character: line.dropFirst(place.column - 1).first,
      isBehind: place.line > location(parser.context_mark).line && before.allSatisfy { $0 == " " })
    return self.fault(
      fault.isAtContext ? parser.context_mark : parser.problem_mark, "not valid YAML: \(fault.message)",
      code: .invalidYAML, help: fault.help)
  }

  /// A space that is none in the layout of a line in which the text that cannot be read stands, or of the line before.
  private mutating func oddSpace(upTo last: Int) -> Diagnostic? {
    let first = min(last, location(parser.context_mark).line)
    for number in max(1, first - 1)...last {
      guard let odd = file.line(number).flatMap(OddSpace.init(inLayoutOf:)) else { continue }
      return file.diagnostic(
        .invalidYAML, "not valid YAML: \(odd.name) where YAML wants a space", line: number, column: odd.offset + 1,
        help: "type a plain space in its place")
    }
    return nil
  }

  private mutating func fault(
    _ mark: yaml_mark_t, _ message: String, code: Diagnostic.Code, help: String? = nil
  ) -> Diagnostic {
    file.diagnostic(code, message, at: location(mark), help: help)
  }

  private mutating func location(_ mark: yaml_mark_t) -> SourceLocation {
    cursor.move(to: Int(mark.index))
    return SourceLocation(file: file.name, line: cursor.line, column: cursor.column)
  }

  private mutating func count(_ number: Int, _ mark: yaml_mark_t) throws(Diagnostic) {
    nodes += number
    if nodes > Self.mostNodes {
      throw fault(mark, "more than \(Self.mostNodes) values after aliases are expanded", code: .tooManyValues)
    }
  }

  private mutating func node(_ begun: yaml_event_t, depth: Int) throws(Diagnostic) -> (node: YAMLNode, size: Int) {
    var event = begun
    defer { yaml_event_delete(&event) }
    let mark = event.start_mark
    let before = nodes
    try count(1, mark)
    guard depth <= Self.deepest else { throw fault(mark, "nested deeper than \(Self.deepest)", code: .tooManyValues) }
    let properties: (anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?)
    let node: YAMLNode
    switch event.type {
    case YAML_ALIAS_EVENT:
      let name = event.data.alias.anchor.map { String(cString: $0) } ?? ""
      guard let known = anchors[name] else {
        throw fault(
          mark, "unknown alias '*\(name)'", code: .invalidYAML, help: "put text that begins with '*' into quotes")
      }
      remarks.removeAll { $0.text == "&" + name }
      try count(known.size - 1, mark)
      return known
    case YAML_SCALAR_EVENT:
      properties = (event.data.scalar.anchor, event.data.scalar.tag)
      node = .scalar(scalar(event))
    case YAML_SEQUENCE_START_EVENT:
      properties = (event.data.sequence_start.anchor, event.data.sequence_start.tag)
      node = try sequence(location(mark), depth)
    case YAML_MAPPING_START_EVENT:
      properties = (event.data.mapping_start.anchor, event.data.mapping_start.tag)
      node = try mapping(location(mark), depth)
    default: throw fault(mark, "unexpected content", code: .invalidYAML)
    }
    let size = nodes - before
    if let tag = properties.tag.map({ String(cString: $0) }), tag != "!", !tag.hasPrefix("tag:yaml.org,2002:") {
      remarks.append(Remark(text: tag, location: node.location))
    }
    if let anchor = properties.anchor.map({ String(cString: $0) }) {
      anchors[anchor] = (node, size)
      remarks.append(Remark(text: "&" + anchor, location: node.location))
    }
    return (node, size)
  }

  private mutating func scalar(_ event: yaml_event_t) -> YAMLScalar {
    let data = event.data.scalar
    let text = String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
    let style: YAMLScalar.Style =
      switch data.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_PLAIN_SCALAR_STYLE: .plain
      case YAML_LITERAL_SCALAR_STYLE: .literal
      default: .folded
      }
    return YAMLScalar(
      text: text, location: location(event.start_mark), end: location(event.end_mark), style: style)
  }

  private mutating func sequence(_ location: SourceLocation, _ depth: Int) throws(Diagnostic) -> YAMLNode {
    var elements: [YAMLNode] = []
    while true {
      var event = try next()
      if event.type == YAML_SEQUENCE_END_EVENT {
        yaml_event_delete(&event)
        return .sequence(elements, location)
      }
      elements.append(try node(event, depth: depth + 1).node)
    }
  }

  private mutating func mapping(_ location: SourceLocation, _ depth: Int) throws(Diagnostic) -> YAMLNode {
    var entries: [YAMLEntry] = []
    var lines: [String: Int] = [:]
    while true {
      var event = try next()
      if event.type == YAML_MAPPING_END_EVENT {
        yaml_event_delete(&event)
        return .mapping(entries, location)
      }
      let mark = event.start_mark
      guard case .scalar(let key) = try node(event, depth: depth + 1).node else {
        throw fault(mark, "a key must be text", code: .invalidYAML)
      }
      if key.text == "<<", key.style == .plain {
        throw fault(
          mark, "merge keys ('<<') are not read", code: .invalidYAML,
          help: "write the fields out, or give those that all rules share under 'defaults:'")
      }
      if let first = lines.updateValue(key.location.line, forKey: key.text) {
        throw fault(mark, "key '\(key.text)' is given twice (first on line \(first))", code: .repeatedKey)
      }
      entries.append(YAMLEntry(key: key, value: try node(try next(), depth: depth + 1).node))
    }
  }
}
