import PostilGrammar
import PostilModuleKit

/// Finds whom a pronoun stands for: who was last the subject of a sentence, or spoke last.
struct Antecedents {
  /// So many sentences back a pronoun may refer.
  private static let reach = 6

  let words: Words
  let names: KnownNames
  let subjects: SubjectFinder

  /// - Parameter previous: The source of the statement before, and who it is.
  func speaker(
    of pronoun: Range<Int>, _ previous: EarlierSource?, _ local: inout LocalNames
  ) -> Speaker {
    let place = words.span(pronoun)
    let kind = words.classes[pronoun.lowerBound].intersection([.male, .female, .it, .they])
    let sentences = words.document.structure.sentences
    let last = sentences.partitioningIndex { $0.start >= place.start }
    for number in (max(0, last - Self.reach)..<last).reversed()
    where !words.document.structure.isBoilerplate(sentences[number]) {
      let sentence = sentences[number]
      let range = Span(start: sentence.start, end: max(sentence.start, min(sentence.end, place.start)))
      if let previous, range.contains(previous.span) {
        if let entity = previous.speaker.entity, names.fits(entity, kind) { return previous.passedOn() }
        if previous.speaker.entity == nil, !isPronoun(previous.span), mayBe(previous.span, kind) { return Speaker() }
      }
      let subject = subject(of: range)
      let phrase = subject.map { SourcePhrase($0, in: words) }
      if let phrase, let found = names.named(phrase, besides: local) ?? local.speaker(of: phrase),
        let entity = found.entity, names.fits(entity, kind), !isThing(phrase, entity, kind)
      {
        return found
      }
      if let subject, words.has(subject.lowerBound, .determiner), !words.has(subject.lowerBound, .definite),
        number == last - 1
      {
        return Speaker()
      }
      let persons = names.persons(in: range).filter { names.fits($0.entity, kind) }
      if persons.count > 1 { return Speaker(candidates: persons.map(\.entity), names: persons.map(\.annotation)) }
      if let person = persons.first { return Speaker(entity: person.entity, names: [person.annotation]) }
    }
    return Speaker()
  }

  /// Whether a source without a name may be meant by a pronoun: no office, document or group by `he` or `she`.
  private func mayBe(_ source: Span, _ pronoun: WordClass) -> Bool {
    guard !pronoun.isDisjoint(with: [.male, .female]) else { return true }
    let kind = SourcePhrase(words.indices(source), in: words).kind
    return kind != .organization && kind != .thing && kind != .group
  }

  /// Whether a name that no module knows has an article, as no person's has: `The Aboriginal Voice` is not meant by `he`.
  private func isThing(_ phrase: SourcePhrase, _ entity: String, _ pronoun: WordClass) -> Bool {
    guard let core = phrase.core, !pronoun.isDisjoint(with: [.male, .female]), names.kind(of: entity) == nil else {
      return false
    }
    return core.kind == .name && words.has(core.tokens.lowerBound, .determiner)
  }

  private func isPronoun(_ source: Span) -> Bool {
    let range = words.indices(source)
    return range.count == 1 && words.has(range.lowerBound, .pronoun)
  }

  /// The subject of a sentence's first verb.
  private func subject(of sentence: Span) -> Range<Int>? {
    let range = words.indices(sentence)
    let verb = range.prefix(40).first { words.has($0, [.verb, .auxiliary]) && !words.has($0, [.capital, .quoted]) }
    return verb.flatMap { subjects.adjacent(before: $0, floor: range.lowerBound) }
  }
}
