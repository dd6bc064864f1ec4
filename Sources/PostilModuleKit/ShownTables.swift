import CPostilModule
import PostilModel
import PostilModuleBridge

/// The candidates and annotations that the host shows, where it keeps them; empty once the call is over, so that nobody reads
/// what is gone.
final class ShownTables {
  /// Where the rows lie.
  struct Rows {
    let candidates: RowTable<postil_candidate>
    let captures: RowTable<postil_capture>
    let sources: RowTable<UInt32>
    let annotations: RowTable<postil_annotation>
    let origins: RowTable<postil_origin>
    let ownOrigins: RowTable<postil_origin>

    init(_ raw: postil_document) {
      candidates = RowTable(raw.candidates, zero: postil_candidate())
      captures = RowTable(raw.captures, zero: postil_capture())
      sources = RowTable(raw.sources, zero: 0)
      annotations = RowTable(raw.annotations, zero: postil_annotation())
      origins = RowTable(raw.origins, zero: postil_origin())
      ownOrigins = RowTable(raw.own_origins, zero: postil_origin())
    }
  }

  /// SAFETY: allocated by `init` and freed by `deinit`; a pointer, since it is read for every row, and what is read as a
  /// property of a class is checked for exclusive access each time.
  private let storage: UnsafeMutablePointer<Rows>
  let run: RunMemory
  /// Of the origins that belong to one candidate alone, those that were asked for.
  private var known: [CandidateOrigin?]
  /// Of the annotations, the features that were asked for.
  private var features: [Features?]
  /// Keeps memory that is not the host's.
  private let owner: Any?

  init(_ raw: postil_document, _ run: RunMemory, owner: Any? = nil) throws {
    self.run = run
    self.owner = owner
    try run.update(from: raw)
    storage = .allocate(capacity: 1)
    storage.initialize(to: Rows(raw))
    let rows = storage.pointee
    known = [CandidateOrigin?](repeating: nil, count: rows.ownOrigins.count)
    features = [Features?](repeating: nil, count: rows.annotations.count)
  }

  deinit { storage.deallocate() }

  var rows: Rows { storage.pointee }

  /// Forgets the host's memory at the end of the call that showed it.
  func close() { storage.pointee = Rows(postil_document()) }

  /// What the rule of a candidate gives.
  func origin(of candidate: Int) -> CandidateOrigin {
    let number = rows.candidates[candidate].origin
    guard number & POSTIL_OWN != 0 else { return run.origin(Int(number), in: rows.origins) }
    let place = Int(number & ~POSTIL_OWN)
    if let known = known[place] { return known }
    let made = run.origin(rows.ownOrigins[place], number: 0)
    known[place] = made
    return made
  }

  /// The number of a candidate's type among the names.
  func type(of candidate: Int) -> UInt32 { type(ofOrigin: rows.candidates[candidate].origin) }

  /// The numbers of all candidates' types among the names.
  var types: [UInt32] { rows.candidates.map { type(ofOrigin: $0.origin) } }

  private func type(ofOrigin number: UInt32) -> UInt32 {
    number & POSTIL_OWN == 0 ? rows.origins[Int(number)].type : rows.ownOrigins[Int(number & ~POSTIL_OWN)].type
  }

  /// The features of an annotation; one that cannot be read is left out, as the host writes none.
  func features(ofAnnotation index: Int) -> Features {
    if let known = features[index] { return known }
    let made = (try? rows.annotations[index].features.features()) ?? [:]
    features[index] = made
    return made
  }
}
