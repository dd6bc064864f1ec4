import PostilModel
import PostilReports

#if Store
  import PostilStore

  /// Puts the documents of a run into a store beside the reports.
  struct StoreDestination: ReportWriter {
    private let writer: StoreWriter
    private let lines: any ReportWriter

    init(path: String) throws {
      do {
        let writer = try StoreWriter(path: path)
        self.writer = writer
        lines = ReportFormat.jsonl.makeWriter(options: ReportOptions()) { bytes in
          let value = bytes.withUnsafeBytes { try? JSONParser.value(of: $0) }
          if let record = value.flatMap(ReportRecord.init) { try writer.add(record) }
        }
      } catch let error as StoreError {
        throw Failure(error.description)
      }
    }

    func begin(_ run: RunInformation) {}

    func write(_ document: AnnotatedDocument) throws {
      var lines = lines
      do {
        try lines.write(document)
      } catch let error as StoreError {
        throw Failure(error.description, status: Failure.Status.documentsFailed)
      }
    }

    func end() throws {
      do {
        try writer.close()
      } catch let error as StoreError {
        throw Failure(error.description, status: Failure.Status.documentsFailed)
      }
    }
  }
#endif
