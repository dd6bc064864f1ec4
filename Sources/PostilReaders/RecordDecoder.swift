import Foundation
import PostilModel

/// Reads one record of a JSONL input.
struct RecordDecoder {
  let path: String
  let line: Int
  let set: String
  let standardDate: String?

  /// The document, or the error with the line's number.
  func decode(_ data: Data) -> InputDocument {
    let object = (try? JSONSerialization.jsonObject(with: Self.keepingByteOrderMarks(data))) as? [String: Any]
    let id = (object?["id"] as? String) ?? (object?["id"] as? NSNumber)?.stringValue ?? "line \(line)"
    let set = (object?["set"] as? String) ?? self.set
    do throws(ReadError) {
      guard String(validating: data, as: UTF8.self) != nil else { throw fault("the line is not UTF-8") }
      guard let object else { throw fault("the line is no JSON object") }
      guard object["id"] != nil else { throw fault("the record has no 'id'") }
      return InputDocument(id: id, set: set, result: .success(try document(object, id: id, set: set)))
    } catch {
      return InputDocument(id: id, set: set, result: .failure(error))
    }
  }

  /// `data` with U+FEFF escaped: Foundation drops it from the beginning of a string's parts, which would move all offsets.
  private static func keepingByteOrderMarks(_ data: Data) -> Data {
    let mark = Data([0xEF, 0xBB, 0xBF])
    guard data.range(of: mark) != nil else { return data }
    var result = Data()
    var rest = data[...]
    while let found = rest.range(of: mark) {
      result += rest[..<found.lowerBound] + Data("\\uFEFF".utf8)
      rest = rest[found.upperBound...]
    }
    return result + rest
  }

  private func fault(_ reason: String) -> ReadError {
    ReadError(path: path, kind: .badRecord(line: line, reason: reason))
  }

  private func document(_ object: [String: Any], id: String, set: String) throws(ReadError) -> Document {
    guard let text = object["text"] as? String else { throw fault("the record has no 'text'") }
    var date: DocumentDate?
    if let own = object["date"] as? String {
      guard DocumentDate.isValid(own) else { throw fault("'\(own)' is no date; write yyyy-mm-dd") }
      date = DocumentDate(value: own, origin: .record)
    } else if let own = object["date"], !(own is NSNull) {
      throw fault("'date' must be text such as 2023-09-21, not \(own)")
    } else if let standardDate {
      date = DocumentDate(value: standardDate, origin: .option)
    }
    var given: [Annotation] = []
    let annotations = object["annotations"] as? [Any] ?? []
    let map = OffsetMap(annotations.isEmpty ? "" : text)
    for value in annotations {
      guard let annotation = self.annotation(value, map) else {
        throw fault("an annotation lacks a type or a span within the text")
      }
      given.append(annotation)
    }
    return Document(
      id: id, set: set, text: text,
      metadata: Self.metadata(object, without: ["id", "set", "text", "date", "annotations"]),
      date: date, given: given)
  }

  private func annotation(_ value: Any, _ map: OffsetMap) -> Annotation? {
    guard let record = value as? [String: Any], let type = record["type"] as? String,
      let span = self.span(record, "", map),
      !span.isEmpty
    else { return nil }
    let raw = record["features"] as? [String: Any] ?? [:]
    var features = Features()
    for name in raw.keys.sorted() {
      guard !isEnd(name, of: raw) else { continue }
      if raw[name + "Start"] != nil, let span = self.span(raw, name, map) {
        features[name] = .span(span)
      } else if let value = raw[name], let feature = Self.value(value) {
        features[name] = feature
      }
    }
    return Annotation(type: type, span: span, features: features, givenID: record["id"] as? String)
  }

  private func isEnd(_ name: String, of raw: [String: Any]) -> Bool {
    for suffix in ["Start", "End"] where name.hasSuffix(suffix) {
      let base = String(name.dropLast(suffix.count))
      if raw[base + "Start"] != nil, raw[base + "End"] != nil { return true }
    }
    return false
  }

  /// The span of `start` and `end`, or of `nameStart` and `nameEnd`, given in code points.
  private func span(_ record: [String: Any], _ name: String, _ map: OffsetMap) -> Span? {
    let keys = name.isEmpty ? ("start", "end") : (name + "Start", name + "End")
    guard let start = (record[keys.0] as? NSNumber)?.intValue, let end = (record[keys.1] as? NSNumber)?.intValue,
      start <= end, let from = map.utf8Offset(ofCodePoint: start), let to = map.utf8Offset(ofCodePoint: end)
    else { return nil }
    return Span(start: from, end: to)
  }

  /// The fields of a JSON object as metadata, by name.
  static func metadata(_ object: [String: Any], without left: Set<String>) -> Features {
    Features(
      object.keys.sorted().filter { !left.contains($0) }.compactMap { name in
        object[name].flatMap(value).map { Features.Entry(name: name, value: $0) }
      })
  }

  private static func value(_ value: Any) -> FeatureValue? {
    switch value {
    case let text as String: return .string(text)
    case let number as NSNumber:
      return CFBoolean.isBoolean(number) ? .boolean(number.boolValue) : .number(number.doubleValue)
    case let list as [Any]: return .list(list.compactMap(Self.value))
    case let object as [String: Any]: return .record(metadata(object, without: []))
    default: return nil
    }
  }
}

/// Tells JSON's booleans from its numbers.
private enum CFBoolean {
  static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
