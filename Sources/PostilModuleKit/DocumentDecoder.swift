import CPostilModule
import PostilModel
import PostilModuleBridge

/// Takes a document over from the host's C view.
struct DocumentDecoder {
  let raw: postil_document
  let host: UnsafePointer<postil_host>
  let origins: OriginDecoder

  func view() throws -> DocumentView {
    let text = try raw.text.text()
    return DocumentView(
      id: try raw.id.text(), set: try raw.set.text(), text: text, utf8: Array(text.utf8), date: try date(),
      metadata: try raw.metadata.features(), settings: Settings(try raw.settings.features()),
      structure: try raw.structure(),
      candidates: try candidates(), annotations: try annotations(), search: find)
  }

  private func date() throws -> DocumentDate? {
    let value = try raw.date.text()
    guard !value.isEmpty, let origin = DocumentDate.Origin(rawValue: try raw.date_from.text()) else { return nil }
    return DocumentDate(value: value, origin: origin)
  }

  private func candidates() throws -> [Candidate] {
    var candidates: [Candidate] = []
    candidates.reserveCapacity(Int(raw.candidates.count))
    try raw.candidates.forEach(as: postil_candidate.self, zero: postil_candidate()) { candidate in
      let origin = try origins.decoded(candidate)
      candidates.append(
        Candidate(
          origin: origin, span: try candidate.span.span(),
          groups: origin.isTerm ? [] : try OriginDecoder.captures(candidate), rank: Int(candidate.rank),
          lostTo: candidate.lost_to == POSTIL_NONE ? nil : Int(candidate.lost_to)))
    }
    return candidates
  }

  private func annotations() throws -> [Annotation] {
    var annotations: [Annotation] = []
    try raw.annotations.forEach(as: postil_annotation.self, zero: postil_annotation()) { annotation in
      let module = try annotation.module.text()
      let rule = try annotation.rule.text()
      annotations.append(
        Annotation(
          type: try annotation.type.text(), span: try annotation.span.span(),
          features: try annotation.features.features(),
          provenance: Provenance(module: module.isEmpty ? nil : module, rules: rule.isEmpty ? [] : [rule])))
    }
    return annotations
  }

  private func find(_ names: [String]) -> [(name: Int, span: Span)] {
    final class Places { var found: [(name: Int, span: Span)] = [] }
    let places = Places()
    let arena = Arena()
    let array = arena.array(names.map(arena.bytes))
    host.pointee.find(host.pointee.context, array, Unmanaged.passUnretained(places).toOpaque()) { user, name, span in
      guard let user, let span = try? span.span() else { return }
      Unmanaged<Places>.fromOpaque(user).takeUnretainedValue().found.append((Int(name), span))
    }
    return places.found
  }
}
