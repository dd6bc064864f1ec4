import CPostilModule
import PostilModel
import PostilModuleBridge

/// Takes a document over from the host's C view.
struct DocumentDecoder {
  let raw: postil_document
  let host: UnsafePointer<postil_host>
  let tables: ShownTables

  func view() throws -> DocumentView {
    DocumentView(
      id: try raw.id.text(), set: try raw.set.text(), utf8: Array(try raw.text.buffer()), date: try date(),
      metadata: try raw.metadata.features(), settings: Settings(try raw.settings.features()),
      structure: try raw.structure(), tables: tables, search: find,
      asksToStop: { [host] in host.pointee.cancelled(host.pointee.context) != 0 })
  }

  private func date() throws -> DocumentDate? {
    let value = try raw.date.text()
    guard !value.isEmpty, let origin = DocumentDate.Origin(rawValue: try raw.date_from.text()) else { return nil }
    return DocumentDate(value: value, origin: origin)
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
