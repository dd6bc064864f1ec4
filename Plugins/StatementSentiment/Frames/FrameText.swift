import PostilGrammar
import PostilModuleKit

/// Reads the text of a frame: elements between spaces, one of them `cue`.
///
/// `name` is a slot or a class of tokens, `'word'` a word, `^` and `$` the edges of the sentence; `a|b` one of several, `a?` at most once,
/// `a*` any number of times, `!a` not there. `[…]` holds what is asked of a cue or slot.
struct FrameText {
  private let rule: String

  private init(rule: String) { self.rule = rule }

  /// - Throws: ``FrameError`` that names what cannot be read.
  static func frame(_ text: String, rule: String) throws(FrameError) -> Frame {
    let reader = FrameText(rule: rule)
    let words = FrameSyntax.parts(of: text[...], dividedBy: " ")
    let cues = words.indices.filter { words[$0] == "cue" || words[$0].hasPrefix("cue[") }
    guard cues.count == 1 else { throw reader.error("a frame has one 'cue', this one has \(cues.count)") }
    var before: [Frame.Element] = []
    var after: [Frame.Element] = []
    for word in words[..<cues[0]].reversed() { before.append(try reader.element(word)) }
    for word in words[(cues[0] + 1)...] { after.append(try reader.element(word)) }
    let contents = (before + after).flatMap(\.choices).filter {
      if case .slot(let slot) = $0 { slot.name.isContent } else { false }
    }
    guard !contents.isEmpty else { throw reader.error("a frame has a content, such as 'clause' or 'quotation'") }
    return Frame(rule: rule, cue: try reader.condition(words[cues[0]]), before: before, after: after)
  }

  private func element(_ text: Substring) throws(FrameError) -> Frame.Element {
    var rest = text
    let isAbsent = rest.first == "!"
    if isAbsent { rest = rest.dropFirst() }
    var repetition = Frame.Element.Repetition.once
    if rest.last == "?" { repetition = .optional }
    if rest.last == "*" { repetition = .any }
    if repetition != .once { rest = rest.dropLast() }
    var choices: [Frame.Choice] = []
    for name in FrameSyntax.parts(of: rest, dividedBy: "|") { choices.append(try choice(name)) }
    guard !choices.isEmpty else { throw error("'\(text)' names nothing") }
    return Frame.Element(choices: choices, repetition: repetition, isAbsent: isAbsent)
  }

  private func choice(_ text: Substring) throws(FrameError) -> Frame.Choice {
    if text == "^" || text == "$" { return .edge }
    if text.count > 2, text.first == "'", text.last == "'" {
      return .word(Words.key(of: text.dropFirst().dropLast().utf8))
    }
    let (name, guards) = try FrameSyntax.bracketed(text, in: rule)
    if let slot = SlotName(rawValue: name) { return .slot(try self.slot(slot, guards)) }
    guard guards.isEmpty else { throw error("'\(name)' takes no brackets") }
    guard let token = WordClass(tested: name) else {
      let slots = SlotName.allCases.map(\.rawValue).joined(separator: ", ")
      throw error("'\(name)' is no slot and no class of words; slots are \(slots)")
    }
    return .token(token)
  }

  private func slot(_ name: SlotName, _ written: [Substring]) throws(FrameError) -> Frame.Slot {
    var guards: [SlotGuard] = []
    var least = 1
    for word in written {
      if let number = Int(word) {
        least = number
      } else if let known = SlotGuard(rawValue: String(word)) {
        guards.append(known)
      } else {
        let known = SlotGuard.allCases.map(\.rawValue).joined(separator: ", ")
        throw error("'\(word)' is nothing to ask of '\(name.rawValue)'; write a number of words, \(known)")
      }
    }
    return Frame.Slot(name: name, guards: guards, leastWords: least)
  }

  private func condition(_ text: Substring) throws(FrameError) -> CueCondition {
    var condition = CueCondition()
    for word in try FrameSyntax.bracketed(text, in: rule).inside {
      if word.hasPrefix("act=") {
        condition.acts.formUnion(word.dropFirst(4).split(separator: "|").map(String.init))
      } else if word.hasPrefix("act!=") {
        condition.actsNot.formUnion(word.dropFirst(5).split(separator: "|").map(String.init))
      } else if word.hasPrefix("takes=") {
        condition.takes.append(try letters(word.dropFirst(6)))
      } else if word.hasPrefix("takes!=") {
        condition.takesNot.formUnion(try letters(word.dropFirst(7)))
      } else {
        for name in word.split(separator: "|") {
          guard let shape = CueShape(rawValue: String(name)) else {
            let known = CueShape.allCases.map(\.rawValue).joined(separator: ", ")
            throw error("'\(name)' is no shape of a cue; write \(known), takes=…, takes!=…, act=… or act!=…")
          }
          condition.shapes.insert(shape)
        }
      }
    }
    return condition
  }

  private func letters(_ text: Substring) throws(FrameError) -> Cue.Takes {
    guard let found = Cue.Takes(asked: text) else {
      throw error("'\(text)' is not what a cue takes; write letters of \(Cue.Takes.letters)")
    }
    return found
  }

  private func error(_ fault: String) -> FrameError { FrameError(rule: rule, fault: fault) }
}
