import PostilGrammar
import PostilModuleKit

/// The grammar of the sentence that was asked for last: the cues of a sentence ask for it one after another.
final class SentenceMemory {
  private let text: TaggedText
  private var last: SentenceGrammar?

  init(_ text: TaggedText) { self.text = text }

  /// The grammar of the sentence in which a token stands.
  func grammar(around token: Int) -> SentenceGrammar {
    if let last, last.tokens.contains(token) { return last }
    let index = text.sentences.partitioningIndex { $0.upperBound > token }
    let found = SentenceGrammar(index < text.sentences.count ? text.sentences[index] : token..<(token + 1), of: text)
    last = found
    return found
  }
}
