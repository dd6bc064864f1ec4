public import CPostilModule
public import PostilModel

/// The candidates of one step as rows, which modules read where they lie.
public struct CandidateTable {
  /// By span.
  public var rows: [postil_candidate] = []
  /// The captures of all rows.
  public private(set) var captures: [postil_capture] = []
  /// The annotations that rows were made from, by index.
  public private(set) var sources: [UInt32] = []
  /// The origins that belong to one candidate alone.
  public private(set) var own: [CandidateOrigin] = []
  /// What the rows' numbers of names and shared origins are of.
  public let run: RunTables

  /// No candidates yet.
  public init(run: RunTables) { self.run = run }

  /// The number of an origin that one candidate alone has.
  public mutating func add(_ origin: CandidateOrigin) -> UInt32 {
    own.append(origin)
    return UInt32(own.count - 1) | POSTIL_OWN
  }

  /// Adds a capture of the row made next; those of one row follow each other.
  public mutating func add(captureNamed name: UInt32, at span: Span) {
    captures.append(postil_capture(span: postil_span(span), name: name))
  }

  /// Adds an annotation that the row made next was made from; those of one row follow each other.
  public mutating func add(source annotation: Int) { sources.append(UInt32(annotation)) }

  /// The origin of a row.
  public func origin(_ number: UInt32) -> CandidateOrigin {
    number & POSTIL_OWN == 0 ? run.origins[Int(number)] : own[Int(number & ~POSTIL_OWN)]
  }

  /// The candidate at a place.
  public subscript(place: Int) -> Candidate {
    let row = rows[place]
    return Candidate(
      origin: origin(row.origin), span: row.span.value, groups: groups(of: row),
      annotations: sources[Int(row.first_source)...].prefix(Int(row.source_count)).map(Int.init),
      rank: Int(row.rank), lostTo: row.lost_to == POSTIL_NONE ? nil : Int(row.lost_to))
  }

  private func groups(of row: postil_candidate) -> [Candidate.Capture] {
    captures[Int(row.first_capture)...].prefix(Int(row.capture_count)).map {
      Candidate.Capture(name: run.names.names[Int($0.name)], span: $0.span.value)
    }
  }

  /// The candidates as values.
  public var values: [Candidate] { rows.indices.map { self[$0] } }
}

extension CandidateTable {
  /// Candidates that were made as values; each has an origin of its own.
  public init(_ candidates: [Candidate], run: RunTables) {
    self.init(run: run)
    for candidate in candidates {
      let (firstCapture, firstSource) = (captures.count, sources.count)
      if !candidate.origin.isTerm {
        for capture in candidate.captures { add(captureNamed: run.names.number(of: capture.name), at: capture.span) }
      }
      for annotation in candidate.annotations { add(source: annotation) }
      rows.append(
        postil_candidate(
          span: postil_span(candidate.span), origin: add(candidate.origin), rank: UInt32(candidate.rank),
          lost_to: candidate.lostTo.map(UInt32.init) ?? POSTIL_NONE, first_capture: UInt32(firstCapture),
          capture_count: UInt32(captures.count - firstCapture), first_source: UInt32(firstSource),
          source_count: UInt32(sources.count - firstSource)))
    }
  }
}

extension postil_span {
  /// The same span as a value of ours, in a row of the host's, who writes none that ends before it begins.
  public var value: Span { Span(start: Int(start), end: Int(end)) }
}

extension CandidateTable {
  /// Calls `body` with `view`, whose candidates are these for as long.
  ///
  /// - Parameter arena: Takes what is written only now: the features of origins that one candidate alone has.
  public func withRows<Made>(
    in view: inout postil_document, _ arena: Arena, _ body: (inout postil_document) -> Made
  ) -> Made {
    view.own_origins = arena.array(own.map { arena.row(of: $0, run.names) })
    return rows.withUnsafeBufferPointer { rows in
      captures.withUnsafeBufferPointer { captures in
        sources.withUnsafeBufferPointer { sources in
          view.candidates = postil_array(rows)
          view.captures = postil_array(captures)
          view.sources = postil_array(sources)
          return run.withRows(in: &view, body)
        }
      }
    }
  }
}

extension CandidateTable {
  /// A view with nothing but the candidates and `annotations`, whose rows are copies in `arena`; what the candidates' rows
  /// point to belongs to the table.
  public func copied(in arena: Arena, with annotations: [Annotation]) -> postil_document {
    var view = postil_document()
    view.annotations = arena.array(annotations.map { arena.row(of: $0, isGiven: false, run.names) })
    withRows(in: &view, arena) { rows in
      rows.names = arena.array(run.names.rows)
      rows.origins = arena.array(run.rows)
      rows.candidates = arena.array(self.rows)
      rows.captures = arena.array(captures)
      rows.sources = arena.array(sources)
    }
    return view
  }
}
