import Foundation
import PostilDiagnostics
import PostilJSON
import PostilModel
import PostilRecords

/// Reads one record of a JSONL input: a document with its metadata, or a record of a report.
struct RecordDecoder {
  private static let ownFields: Set<String> = ["id", "set", "text", "date", "annotations"]

  let path: String
  let line: Int
  let set: String
  let defaultDate: DocumentDate?
  let names: FieldNames

  /// The document, or the error with the line's number.
  func decode(_ line: ArraySlice<UInt8>) -> InputDocument {
    let (value, loneHalves): (JSONValue, Int)
    do {
      let (written, halves) = try JSONParser.repaired(line)
      (value, loneHalves) = (ReportRecord.isRecord(written) ? written : names.renamed(written), halves)
    } catch {
      return InputDocument(id: "line \(self.line)", set: set, result: .failure(fault("the line \(error)")))
    }
    let isReport = ReportRecord.isRecord(value)
    let head = isReport ? value["document"] : value
    let id = head?["id"]?.name ?? "line \(self.line)"
    let set = head?["set"]?.string ?? self.set
    do throws(ReadError) {
      if isReport { return try reported(value) }
      return InputDocument(
        id: id, set: set, result: .success(try document(value, id: id, set: set, Self.remarks(on: loneHalves))))
    } catch {
      return InputDocument(id: id, set: set, result: .failure(error))
    }
  }

  private func fault(_ reason: String) -> ReadError {
    ReadError(path: path, kind: .badRecord(line: line, reason: reason))
  }

  /// The document of a record of a report, with its annotations.
  private func reported(_ value: JSONValue) throws(ReadError) -> InputDocument {
    let record: AnnotatedDocument
    do throws(RecordError) {
      record = try ReportRecord(value).annotatedDocument()
    } catch {
      throw fault("\(error)")
    }
    let document = record.document
    if let error = record.error {
      return InputDocument(
        id: document.id, set: document.set, result: .failure(ReadError(path: path, kind: .failedBefore(error))),
        failedBefore: record)
    }
    let given = Document(
      id: document.id, set: document.set, text: document.text, metadata: document.metadata,
      date: document.date ?? defaultDate, given: record.annotations,
      givenBoilerplate: record.boilerplate, remarks: Self.remarks(of: record))
    return InputDocument(id: document.id, set: document.set, result: .success(given))
  }

  /// What the reader of the report's own input had told, which is not found again.
  private static func remarks(of record: AnnotatedDocument) -> [DocumentDiagnostic] {
    record.diagnostics.filter { Diagnostic.Code(rawValue: $0.code)?.isOfReading == true }
  }

  private static func remarks(on loneHalves: Int) -> [DocumentDiagnostic] {
    guard loneHalves > 0 else { return [] }
    let halves =
      loneHalves == 1 ? "half of a surrogate pair stands alone" : "\(loneHalves) halves of surrogate pairs stand alone"
    return [
      DocumentDiagnostic(
        code: Diagnostic.Code.cutCharacter.rawValue,
        message: "\(halves) in the record, which was cut inside a character; U+FFFD was read for each")
    ]
  }

  private func document(
    _ record: JSONValue, id: String, set: String, _ remarks: [DocumentDiagnostic]
  ) throws(ReadError) -> Document {
    guard let members = record.members else { throw fault("the line is no JSON object") }
    guard let own = record["id"] else { throw fault("the record has no 'id'") }
    guard own.name != nil else { throw fault("'id' must be text or a number, not \(Self.kind(of: own))") }
    guard let value = record["text"] else { throw fault("the record has no 'text'") }
    guard let text = value.string else { throw fault("'text' must be text, not \(Self.kind(of: value))") }
    let dating = InputDate(
      record["date"].flatMap(FeatureValue.init(plain:)), origin: .record, language: record["language"]?.string)
    return Document(
      id: id, set: set, text: text,
      metadata: Features(plain: members.filter { !Self.ownFields.contains($0.name) }),
      date: dating.date ?? defaultDate, given: try annotations(record["annotations"], in: text),
      remarks: remarks + dating.remarks)
  }

  private static func kind(of value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .boolean, .number, .digits: value.plainText
    case .string: "text"
    case .array: "a list"
    case .object: "an object"
    }
  }

  private func annotations(_ value: JSONValue?, in text: String) throws(ReadError) -> [Annotation] {
    guard let values = value?.array, !values.isEmpty else { return [] }
    do throws(RecordError) {
      var items: [ReportRecord.Item] = []
      for (number, value) in values.enumerated() { items.append(try ReportRecord.Item(value, number: number + 1)) }
      return try ReportRecord.Item.annotations(items, in: OffsetMap(text))
    } catch {
      throw fault("\(error)")
    }
  }
}

extension JSONValue {
  /// The text or the number that names something.
  fileprivate var name: String? {
    switch self {
    case .string, .number, .digits: plainText
    default: nil
    }
  }
}
