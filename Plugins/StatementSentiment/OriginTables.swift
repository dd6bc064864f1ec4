import PostilGrammar
import PostilModuleKit

/// What rows of the lexicons mean, kept from document to document.
struct OriginTables {
  let classes = OriginMemo { $0.features["class"]?.string.flatMap(WordClass.init(name:)) }
  let cues = OriginMemo(Cue.Kind.init)
  let tones = OriginMemo(ToneWords.Kind.init)
}
