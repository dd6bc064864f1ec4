/// What is wrong with a file that is no YAML, in words that tell what to do.
struct YAMLFault {
  /// What the message says behind "not valid YAML: ".
  let message: String
  let help: String?
  /// Whether the fault is where the text around it began, such as a bracket that nothing closes.
  let isAtContext: Bool

  /// - Parameters:
  ///   - problem: libyaml's words for the problem.
  ///   - context: Its words for what it was reading.
  ///   - character: What stands at the problem.
  ///   - isBehind: Whether the problem is that of a later line, at its first character.
  init(problem: String, context: String, character: Character?, isBehind: Bool) {
    func has(_ words: String) -> Bool { problem.contains(words) }
    let quotes = "put text that begins so into single quotes"
    switch true {
    case has("escape character"):
      self.init(
        "a backslash in double quotes that YAML does not know",
        "write patterns in single quotes, in which backslashes stand for themselves")
    case has("end of stream") && context.contains("quoted"):
      self.init("the quotation mark is not closed", "close it; in single quotes write ' as ''", atContext: true)
    case has("expected ',' or"):
      let bracket = has("'}'") ? "{" : "["
      self.init(
        isBehind ? "the '\(bracket)' is not closed" : "no comma, and no end of the '\(bracket)', before this",
        "put a comma between fields, close every bracket, and put text with brackets, commas or ': ' into quotes",
        atContext: isBehind)
    case has("mapping values are not allowed"):
      self.init(
        "a ': ' where no key can stand",
        "indent the keys of one mapping alike, and put text with ': ' in it into quotes")
    case has("could not find expected ':'"):
      self.init("a key without ': '", "write 'key: value', with a space behind the colon", atContext: true)
    case has("expected key"):
      self.init(
        "something that is no key of this mapping",
        "indent the keys of one mapping alike, and put the whole of a text into one pair of quotes")
    case has("expected '-' indicator"):
      self.init("something that is no element of this list", "begin each element with '- ', indented alike")
    case has("alphabetic or numeric character"):
      self.init(
        "'\(context.contains("alias") ? "*" : "&")' has a meaning in YAML and no name behind it here", quotes)
    case has("tag") || context.contains("tag"): self.init("'!' has a meaning in YAML", quotes)
    case character == "\t": self.init("a tab where YAML wants spaces", "indent with spaces")
    case has("cannot start any token"):
      self.init("text cannot begin with '\(character.map(String.init) ?? "")'", quotes)
    case has("comment or line break"):
      self.init("text on the line of a '|' or '>'", "begin the text on the next line, indented, or put it into quotes")
    case has("block sequence entries"):
      self.init("a list on the line of its key", "begin it on a line of its own, or write it as [a, b]")
    case has("<document start>"): self.init("text before or behind the file's mapping", "begin every line with a field")
    default: self.init(context.isEmpty ? problem : "\(context), \(problem)", nil)
    }
  }

  private init(_ message: String, _ help: String?, atContext: Bool = false) {
    self.message = message
    self.help = help
    isAtContext = atContext
  }
}
