import PostilGrammar
import PostilModuleKit

/// Tells what a cue is among the words around it.
struct CueReader {
  let words: Words

  /// Nil where the words are no cue: a part of a name or compound, a noun that introduces nothing.
  func shape(of cue: Cue, in sentence: Range<Int>) -> CueShape? {
    if cue.act == "according" { return .phrase }
    let first = cue.tokens.lowerBound
    let end = cue.tokens.upperBound
    if words.isJoined(first) || words.isJoined(end + 1) { return nil }
    switch cue.form {
    case .gerund: return .gerund
    case .noun: return words.has(end, .that) ? .noun : nil
    case .adjective: return words.has(end, .that) ? .adjective : nil
    case .past, .present, .base, .participle: break
    }
    if isName(cue, sentence) { return nil }
    guard words.has(first, .verb) else {
      let isNoun =
        cue.form != .past && cue.form != .participle && words.has(end, .that) && !cue.takes.contains(.verbOnly)
      return isNoun ? .noun : nil
    }
    return verbShape(of: cue, sentence)
  }

  private func verbShape(of cue: Cue, _ sentence: Range<Int>) -> CueShape? {
    var before = cue.tokens.lowerBound - 1
    while before > sentence.lowerBound, words.has(before, [.adverb, .negation]) { before -= 1 }
    switch cue.form {
    case .base:
      if words.has(before, .to) { return .infinitive }
      return words.has(before, .modal) ? .modal : .finite
    case .past, .participle:
      let isDone = words.has(cue.tokens.upperBound, .by) && cue.takes.contains(.phrase)
      return words.has(before, .be) || isDone ? .passive : .finite
    default: return .finite
    }
  }

  /// A capital inside a sentence that is no title makes a name.
  private func isName(_ cue: Cue, _ sentence: Range<Int>) -> Bool {
    guard words.has(cue.tokens.lowerBound, .capital), cue.tokens.lowerBound > sentence.lowerBound else { return false }
    return sentence.count { words.has($0, .capital) } * 2 < words.count(sentence)
  }
}
