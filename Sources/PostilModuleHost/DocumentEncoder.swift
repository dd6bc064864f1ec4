import CPostilModule
import PostilModel
import PostilModuleBridge

/// Builds the C view of a document in an arena.
struct DocumentEncoder {
  let arena: Arena
  let origins: OriginEncoder

  func view(_ input: ModuleInput, text: UnsafeBufferPointer<UInt8>) -> postil_document {
    var view = postil_document()
    view.size = UInt32(MemoryLayout<postil_document>.size)
    view.id = arena.bytes(input.document.id)
    view.set = arena.bytes(input.document.set)
    view.text = postil_bytes(start: text.baseAddress, count: UInt64(text.count))
    view.date = arena.bytes(input.document.date?.value ?? "")
    view.date_from = arena.bytes(input.document.date?.origin.rawValue ?? "")
    view.metadata = arena.features(input.document.metadata)
    view.settings = arena.features(input.settings)
    arena.write(input.structure, to: &view)
    view.candidates = arena.array(input.candidates.lazy.map(candidate))
    let given = input.document.given.count
    view.annotations = arena.array(
      input.annotations.lazy.enumerated().map { annotation($1, isGiven: $0 < given) })
    return view
  }

  private func candidate(_ candidate: Candidate) -> postil_candidate {
    let origin = origins.encoded(candidate.origin, in: arena)
    return postil_candidate(
      size: UInt32(MemoryLayout<postil_candidate>.size), rank: UInt32(candidate.rank),
      lost_to: candidate.lostTo.map(UInt32.init) ?? POSTIL_NONE, span: postil_span(candidate.span),
      type: origin.type, rule: origin.rule, captures: captures(candidate), features: origin.features,
      origin: origin.number, is_term: candidate.origin.isTerm ? 1 : 0)
  }

  private func captures(_ candidate: Candidate) -> postil_array {
    if candidate.origin.isTerm { return arena.array(CollectionOfOne(capture(origins.term, candidate.span))) }
    return arena.array(candidate.captures.lazy.map { capture(arena.bytes($0.name), $0.span) })
  }

  private func capture(_ name: postil_bytes, _ span: Span) -> postil_capture {
    postil_capture(size: UInt32(MemoryLayout<postil_capture>.size), span: postil_span(span), name: name)
  }

  private func annotation(_ annotation: Annotation, isGiven: Bool) -> postil_annotation {
    postil_annotation(
      size: UInt32(MemoryLayout<postil_annotation>.size), span: postil_span(annotation.span),
      type: arena.bytes(annotation.type),
      module: arena.bytes(isGiven ? "" : annotation.provenance.module ?? ""),
      rule: arena.bytes(annotation.provenance.rules.first ?? ""), features: arena.features(annotation.features))
  }
}
