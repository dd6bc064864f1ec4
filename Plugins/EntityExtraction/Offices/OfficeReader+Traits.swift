import PostilModuleKit

extension OfficeReader {
  /// Gives the person at `place` what titles and given names tell of who it is: "Mrs. NAME", "the elder NAME".
  mutating func readTraits(_ place: Int) {
    let span = mentions[place].span
    if let first = known.title(before: span.start) {
      for title in titlesUp(to: first) { takeTraits(of: title, place) }
    }
    // "NAME the elder"
    if let title = known.title(in: Span(start: span.end + 1, end: span.end + 2)) {
      takeGeneration(of: title, place)
    }
    guard mentions[place].traits.gender == nil, !mentions[place].name.isShort else { return }
    let first = document.utf8[span.start..<span.end].firstIndex(of: .space) ?? span.end
    for given in known.candidates(in: Span(start: span.start, end: first), deciding: .given).deciding {
      take(document.candidates[given].features["gender"]?.string, place, to: \.gender)
    }
  }

  private mutating func takeTraits(of title: Int, _ place: Int) {
    let features = document.candidates[title].features
    take(features["gender"]?.string, place, to: \.gender)
    take(features["field"]?.string, place, to: \.field)
    if features["office"]?.string == "any" { mentions[place].traits.hasAnyOffice = true }
    takeGeneration(of: title, place)
  }

  /// The generation becomes part of the entity's name, so that its rule is evidence.
  private mutating func takeGeneration(of title: Int, _ place: Int) {
    guard let generation = document.candidates[title].features["generation"]?.string else { return }
    take(generation, place, to: \.generation)
    mentions[place].evidence.append(title)
  }

  private mutating func take(
    _ value: String?, _ place: Int, to trait: WritableKeyPath<PersonTraits, String?>
  ) {
    guard let value, mentions[place].traits[keyPath: trait] == nil else { return }
    mentions[place].traits[keyPath: trait] = value
  }
}
