import PostilModel

/// Subtitles (SubRip and WebVTT): what is said, without the times, which stand in the metadata.
struct SubtitleFormat: SingleDocumentFormat {
  let name = "subtitles"
  let endings: Set<String> = ["srt", "vtt"]

  /// A number, then two times with an arrow between; or the word with which WebVTT begins.
  func recognizes(_ head: FileHead) -> Bool {
    if head.begins("WEBVTT") || head.begins("\u{FEFF}WEBVTT") { return true }
    let lines = head.start.split(maxSplits: 2, whereSeparator: \.isNewline).prefix(2).map(\.trimmed)
    return lines.count == 2 && Int(lines[0]) != nil && SubtitleCue.times(of: lines[1]) != nil
      && lines[1].contains("-->")
  }

  func content(of bytes: [UInt8], _ source: DocumentSource, _ options: ReaderOptions) throws(ReadError) -> FileContent {
    let text = try TextEncoding.decode(bytes, as: options.encoding, path: source.displayName)
    let cues = SubtitleCue.cues(in: text)
    guard !cues.isEmpty else { throw ReadError(path: source.displayName, kind: .holdsNothing("a file of subtitles")) }
    var script = SubtitleScript()
    for cue in SubtitleCue.saidOnce(cues) { script.add(cue) }
    return FileContent(text: script.text, metadata: ["times": .list(script.times)], date: nil)
  }
}

/// Lines that are shown together.
private struct SubtitleCue {
  /// In seconds.
  let start: Double
  var end: Double
  /// Without marks.
  var lines: [String]

  /// Text is only what stands between a line of times and the next blank line, or line of times.
  static func cues(in text: String) -> [SubtitleCue] {
    var cues: [SubtitleCue] = []
    var isOpen = false
    for line in text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" || $0 == "\r" })
    {
      let line = line.trimmed
      if line.first?.isNumber == true, line.contains("-->") {
        // Where no blank line stands between, the number of the next is no text.
        if isOpen, let last = cues.last?.lines.last, Int(last) != nil { cues[cues.count - 1].lines.removeLast() }
        let times = times(of: line)
        if let (start, end) = times { cues.append(SubtitleCue(start: start, end: end, lines: [])) }
        isOpen = times != nil
      } else if line.isEmpty {
        isOpen = false
      } else if isOpen, let words = plain(line) {
        cues[cues.count - 1].lines.append(words)
      }
    }
    return cues.filter { !$0.lines.isEmpty }
  }

  /// From when to when, where a line says that.
  static func times(of line: String) -> (Double, Double)? {
    let time = /(?:(\d+):)?(\d{1,2}):(\d\d)(?:[.,](\d{1,3}))?/
    let found = line.matches(of: time).prefix(2).map { match -> Double in
      let units = [match.1 ?? "0", match.2, match.3].map { Double($0) ?? 0 }
      let part = match.4.flatMap { Double("0.\($0)") } ?? 0
      return units.reduce(0) { $0 * 60 + $1 } + part
    }
    return found.count == 2 ? (found[0], found[1]) : nil
  }

  /// A line without its marks; `<v Ada>` names who speaks. Nil without words.
  private static func plain(_ line: String) -> String? {
    var line = line.replacing(/\{\\[^}]*\}/, with: "")
    if let voice = line.firstMatch(of: /^<v(?:\.[^\s>]*)?\s+([^>]+)>/) {
      line = "\(voice.1): " + line[voice.range.upperBound...]
    }
    line.replace(/<\/?[a-zA-Z0-9][^<>]*>/, with: "")
    return HTMLReferences.resolved(Array(line.utf8)[...], inAttribute: false).nonEmpty
  }

  /// The cues with each line once: captions that roll show a line again above the next one.
  static func saidOnce(_ cues: [SubtitleCue]) -> [SubtitleCue] {
    func repeated(_ cue: SubtitleCue, after last: [String]) -> Int {
      (1...max(1, cue.lines.count)).reversed().first {
        $0 <= cue.lines.count && $0 <= last.count && cue.lines.prefix($0).elementsEqual(last.suffix($0))
      } ?? 0
    }
    let rolling = zip(cues, cues.dropFirst()).count { repeated($1, after: $0.lines) > 0 }
    guard rolling * 3 > cues.count else { return cues }
    var last: [String] = []
    return cues.compactMap { cue in
      var cue = cue
      let count = repeated(cue, after: last)
      last = cue.lines
      cue.lines.removeFirst(count)
      return cue.lines.isEmpty ? nil : cue
    }
  }
}

/// Cues as running text: a pause begins a paragraph, a dash or a name a line.
private struct SubtitleScript {
  /// How long a pause is that parts paragraphs, in seconds.
  private static let pause = 3.0

  private(set) var text = ""
  /// Where each paragraph begins, in code points, and at what time it is said.
  private(set) var times: [FeatureValue] = []
  private var lastEnd = 0.0
  private var count = 0

  mutating func add(_ cue: SubtitleCue) {
    for (number, line) in cue.lines.enumerated() {
      let isParagraph = number == 0 && (text.isEmpty || cue.start - lastEnd >= Self.pause)
      let isTurn = line.hasPrefix("-") || line.hasPrefix("–") || line.hasPrefix(">>") || line.prefix(30).contains(": ")
      append(text.isEmpty ? "" : isParagraph ? "\n\n" : isTurn ? "\n" : " ")
      if isParagraph {
        times.append(.record(["offset": .number(Double(count)), "time": .string(Self.clock(cue.start))]))
      }
      append(line)
    }
    lastEnd = max(lastEnd, cue.end)
  }

  private mutating func append(_ words: String) {
    text += words
    count += words.unicodeScalars.count
  }

  private static func clock(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 1e9))
    return "\((whole / 3600).padded(to: 2)):\((whole / 60 % 60).padded(to: 2)):\((whole % 60).padded(to: 2))"
  }
}
