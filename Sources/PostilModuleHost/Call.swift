import CPostilModule
import PostilModel
import PostilModuleBridge

/// One call of a module: takes what it gives and checks it; the first breach of the contract ends the call's worth.
final class Call {
  let contract: ModuleContract
  private let input: Input?
  /// When the module is to be done.
  private(set) var deadline: Deadline?
  private(set) var output = ModuleOutput()
  private(set) var breach: String?
  private(set) var error: String?

  /// What the module is shown; spans count UTF-8 code units.
  struct Input {
    let document: DocumentTables
    let candidates: CandidateTable
  }

  /// - Parameter input: Nil while an instance is made, when nothing may be emitted.
  init(_ contract: ModuleContract, input: Input?, deadline: Deadline? = nil) {
    self.contract = contract
    self.input = input
    self.deadline = deadline
  }

  /// Whether the module may as well stop: nothing that it gives counts any more.
  var isCancelled: Bool { breach != nil || deadline?.hasPassed == true }

  /// Gives the module so much more time: it had to wait for what is not its document's.
  func wait(_ duration: Duration) {
    deadline = deadline?.later(by: duration)
    output.waited += duration
  }

  private var text: UnsafeBufferPointer<UInt8> { input?.document.text ?? UnsafeBufferPointer(start: nil, count: 0) }
  private var annotations: [Annotation] { input?.document.annotations ?? [] }

  /// Makes an annotation of what `read` gives, and returns its index, or -1 when it breaks the contract.
  func emit(_ read: () throws -> Emission) -> Int64 {
    guard breach == nil else { return -1 }
    do {
      try checkRoom(for: output.annotations, "annotations")
      guard let input else { throw Breach("an annotation outside of analyze") }
      let emission = try read()
      let type = emission.type
      let span = try checked(emission.span)
      guard !span.isEmpty else { throw Breach("an empty span for '\(type)'") }
      guard let assigned = contract.assigned[type] else {
        throw Breach("the type '\(type)', which its manifest does not assign")
      }
      for feature in emission.features { try check(feature, assigned) }
      output.annotations.append(
        Annotation(
          type: assigned.name, span: span, features: emission.features,
          provenance: try provenance(emission, of: input.candidates)))
      return Int64(annotations.count + output.annotations.count - 1)
    } catch {
      record(error)
      return -1
    }
  }

  /// What an emission says of its making.
  private func provenance(_ emission: Emission, of candidates: CandidateTable) throws -> Provenance {
    let decision = try decision(emission.decision)
    // The rule that decided comes before those of the candidates that it was about.
    var rules = decision.map { contract.isFrame($0) ? [$0] : [] } ?? []
    var origins: [UInt32] = []
    for source in emission.candidates {
      guard candidates.rows.indices.contains(source) else { throw Breach("candidate \(source), which is none") }
      let origin = candidates.rows[source].origin
      if origins.contains(origin) { continue }
      origins.append(origin)
      rules.append(candidates.origin(origin).rule)
    }
    return Provenance(
      module: contract.manifest.name, rules: rules.uniqued(), annotations: emission.annotations, decision: decision)
  }

  /// The contract's own text of the id, so that annotations share it; nil when none is given.
  private func decision(_ id: String) throws -> String? {
    guard !id.isEmpty else { return nil }
    guard let declared = contract.decisions[id] else {
      throw Breach("the decision '\(id)', which is neither in its manifest nor a frame that it was given")
    }
    return declared
  }

  /// Adds a feature to an earlier annotation; returns 0, or -1 when it breaks the contract.
  ///
  /// - Parameter read: Gets the contract of the annotation's type, and gives the feature.
  func setFeature(_ index: Int, _ read: (ModuleContract.AnnotationType) throws -> Features.Entry) -> Int32 {
    guard breach == nil else { return -1 }
    do {
      try checkRoom(for: output.refinements, "features of earlier annotations")
      guard annotations.indices.contains(index) else { throw Breach("annotation \(index), which is none") }
      let type = annotations[index].type
      guard let refined = contract.refined[type] else {
        throw Breach("a feature for '\(type)', which its manifest does not refine")
      }
      let feature = try read(refined)
      try check(feature, refined)
      output.refinements.append(.init(annotation: index, feature: feature.name, value: feature.value))
      return 0
    } catch {
      record(error)
      return -1
    }
  }

  /// Says why a candidate was not used.
  func reject(_ candidate: Int, _ read: () throws -> String) {
    guard breach == nil else { return }
    do {
      try checkRoom(for: output.rejections, "rejections")
      let reason = try read()
      guard let input, input.candidates.rows.indices.contains(candidate) else {
        throw Breach("candidate \(candidate), which is none")
      }
      guard contract.manifest.rejectReasons.contains(reason) else {
        throw Breach("the reason '\(reason)', which is not in its manifest")
      }
      output.rejections.append((candidate, reason))
    } catch {
      record(error)
    }
  }

  /// Tells something about the document, or about a place of it.
  func diagnose(_ read: () throws -> (message: String, span: Span?)) {
    guard breach == nil else { return }
    do {
      try checkRoom(for: output.diagnostics, "diagnostics")
      let told = try read()
      output.diagnostics.append(
        DocumentDiagnostic(
          code: "M001", message: told.message, module: contract.manifest.name, span: try told.span.map(checked)))
    } catch {
      record(error)
    }
  }

  /// Says what went wrong, before the module returns a failure.
  func fail(_ message: String) { error = message }

  func find(_ names: postil_array, _ found: (Int, Span) -> Void) {
    guard let input else { return }
    let texts = RowTable(names, zero: postil_bytes()).map { (try? $0.text()) ?? "" }
    NameSearch(text: text, tokens: input.document.structure.tokens).find(texts, found)
  }

  /// Checks what can be known only at the end: an annotation may refer to one that is emitted later, and be made from it.
  func finish() {
    guard breach == nil else { return }
    let count = annotations.count + output.annotations.count
    if let wrong = output.annotations.lazy.flatMap(\.provenance.annotations).first(where: { $0 >= count }) {
      breach = "annotation \(wrong), which is none"
    }
    let values = output.annotations.flatMap { $0.features.map(\.value) } + output.refinements.map(\.value)
    if let wrong = values.lazy.flatMap(\.references).first(where: { $0 >= count }) {
      breach = "a reference to annotation \(wrong), which is none"
    }
  }

  /// - Throws: ``Breach`` where the module said so much of one kind that one more is too many.
  private func checkRoom<Said>(for said: [Said], _ what: String) throws {
    let most = ModuleContract.mostOfOneKind(inBytes: text.count)
    guard said.count < most else { throw Breach("more than \(most) \(what) for one document") }
  }

  /// Notes what the module did against its contract, unless it did something already.
  func record(_ error: any Error) {
    guard breach == nil else { return }
    breach = (error as? Breach)?.what ?? "\(error)"
  }

  private func checked(_ span: Span) throws -> Span {
    guard span.end <= text.count else { throw Breach("a span \(span.start)–\(span.end) outside the text") }
    guard isBoundary(span.start), isBoundary(span.end) else {
      throw Breach("a span \(span.start)–\(span.end) that cuts a code point")
    }
    return span
  }

  private func isBoundary(_ offset: Int) -> Bool { offset == text.count || !text[offset].isContinuation }

  private func check(_ feature: Features.Entry, _ type: ModuleContract.AnnotationType) throws {
    guard let kind = type.features[feature.name] else {
      throw Breach("the feature '\(feature.name)' of '\(type.name)', which its manifest does not declare")
    }
    guard kind.accepts(feature.value) else {
      throw Breach("a value for '\(feature.name)' of '\(type.name)' that is no \(kind)")
    }
    try check(feature.value)
  }

  private func check(_ value: FeatureValue) throws {
    switch value {
    case .span(let span): _ = try checked(span)
    case .list(let values): for value in values { try check(value) }
    case .record(let fields): for field in fields { try check(field.value) }
    case .number(let number) where !number.isFinite: throw Breach("a number that is not finite")
    default: break
    }
  }
}
