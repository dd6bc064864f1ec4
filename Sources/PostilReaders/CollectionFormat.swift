import PostilModel

/// One document of a file that holds several.
struct FileMember {
  /// What its id has behind the file's: its number in the file, or the id that it has there. Nil where it is all of the file.
  let id: String?
  /// What it is, or why it cannot be read.
  let result: Result<FileContent, ReadError>

  init(id: String?, _ content: FileContent) {
    self.id = id
    result = .success(content)
  }

  init(id: String, _ error: ReadError) {
    self.id = id
    result = .failure(error)
  }
}

/// A kind of file that holds several documents; each says in `file` and `member` where it stands.
protocol CollectionFormat: DocumentFormat {
  /// What such a file is, with its article: `a news feed`.
  var title: String { get }

  /// Calls `each` for every document of `source` until it returns false.
  ///
  /// - Throws: ``ReadError`` when the file as a whole cannot be read; what `each` throws.
  func members(of source: DocumentSource, _ options: ReaderOptions, each: (FileMember) throws -> Bool) throws
}

extension CollectionFormat {
  func read(_ source: DocumentSource, _ options: ReaderOptions, each: (InputDocument) throws -> Bool) throws {
    func fail(_ error: ReadError) throws {
      _ = try each(InputDocument(id: source.id, set: source.set, result: .failure(error)))
    }
    do {
      var isEmpty = true
      try members(of: source, options) { member in
        isEmpty = false
        guard let own = member.id else { return try each(whole(member.result, source, options)) }
        let id = "\(source.id)#\(own)"
        let result = member.result.map { Self.document(id: id, own, $0, source, options) }
        return try each(InputDocument(id: id, set: source.set, result: result))
      }
      if isEmpty { try fail(ReadError(path: source.displayName, kind: .holdsNothing(title))) }
    } catch let error as ReadError {
      try fail(error)
    }
  }

  /// As many as reading finds, at least one, which tells that there is none.
  func count(of source: DocumentSource, _ options: ReaderOptions) -> Int? {
    var count = 0
    do {
      try members(of: source, options) { _ in
        count += 1
        return true
      }
    } catch {
      count += 1
    }
    return max(1, count)
  }

  private static func document(
    id: String, _ member: String, _ content: FileContent, _ source: DocumentSource, _ options: ReaderOptions
  ) -> Document {
    var metadata = content.metadata
    metadata["file"] = .string(source.id)
    metadata["member"] = .string(member)
    return Document(
      id: id, set: source.set, text: content.text, metadata: metadata, date: content.date ?? options.ownDate,
      givenBoilerplate: content.boilerplate, remarks: content.remarks)
  }
}
