import CPostilModule
import PostilModel
import PostilModuleBridge

/// A document as modules see it: its parts are written once, its annotations as they are added.
///
/// Valid within ``with(_:_:run:_:)`` alone.
public final class DocumentTables {
  /// The document.
  public let document: Document
  /// Its parts.
  public let structure: TextStructure
  /// What the numbers of names and origins are of.
  public let run: RunTables
  /// Those so far, the input's first.
  public private(set) var annotations: [Annotation]
  /// The text's UTF-8.
  public let text: UnsafeBufferPointer<UInt8>
  private let arena = Arena(leavesOutTooDeep: true)
  /// Everything that is the same for all steps.
  private var view = postil_document()
  /// Of ``annotations`` those that a module was to see so far.
  private var rows: [postil_annotation] = []

  private init(
    _ document: Document, _ structure: TextStructure, _ run: RunTables, _ text: UnsafeBufferPointer<UInt8>
  ) {
    self.document = document
    self.structure = structure
    self.run = run
    self.text = text
    annotations = document.given
  }

  /// Calls `body` with the tables of a document.
  public static func with<Made, Failure: Error>(
    _ document: Document, _ structure: TextStructure, run: RunTables,
    _ body: (DocumentTables) throws(Failure) -> Made
  ) throws(Failure) -> Made {
    var text = document.text
    let outcome: Result<Made, Failure> = text.withUTF8 { bytes in
      let tables = DocumentTables(document, structure, run, bytes)
      do throws(Failure) {
        return .success(try body(tables))
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  /// Adds annotations behind those that there are.
  public func append(_ added: [Annotation]) { annotations += added }

  /// Puts another annotation in the place of one.
  public func replace(_ index: Int, by annotation: Annotation) {
    annotations[index] = annotation
    if index < rows.count { rows[index] = row(index) }
  }

  /// Calls `body` with the view of the document for one step.
  func withView<Made>(
    of candidates: CandidateTable, settings: Features, _ body: (UnsafePointer<postil_document>) -> Made
  ) -> Made {
    precondition(candidates.run === run, "DocumentTables: candidates of another run")
    if view.size == 0 { writeParts() }
    for index in rows.count..<annotations.count { rows.append(row(index)) }
    var view = view
    // What is this step's alone goes with it.
    let arena = Arena(leavesOutTooDeep: true)
    view.settings = arena.features(settings)
    return structure.withTokens(in: &view) { view in
      candidates.withRows(in: &view, arena) { view in
        rows.withUnsafeBufferPointer { rows in
          view.annotations = postil_array(rows)
          return body(&view)
        }
      }
    }
  }

  private func writeParts() {
    view.size = UInt32(MemoryLayout<postil_document>.size)
    view.id = arena.bytes(document.id)
    view.set = arena.bytes(document.set)
    view.text = postil_bytes(start: text.baseAddress, count: UInt64(text.count))
    view.date = arena.bytes(document.date?.value ?? "")
    view.date_from = arena.bytes(document.date?.origin.rawValue ?? "")
    view.metadata = arena.features(document.metadata)
    arena.write(structure, to: &view)
  }

  private func row(_ index: Int) -> postil_annotation {
    arena.row(of: annotations[index], isGiven: index < document.given.count, run.names)
  }
}
