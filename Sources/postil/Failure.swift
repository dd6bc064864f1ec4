import PostilFiles

/// A failure that ends a command, with what to tell the user.
struct Failure: Error {
  /// Exit statuses; `Documentation/ReportFormat.md` lists them.
  enum Status {
    static let documentsFailed: Int32 = 1
    static let brokenConfiguration: Int32 = 2

    /// 128 and the signal's number, as shells have it: 130 for Ctrl-C.
    static func stopped(by signal: Int32) -> Int32 { 128 + signal }
  }

  let message: String
  let status: Int32

  /// - Parameter message: What is wrong and what to do, lower case, no final period.
  init(_ message: String, status: Int32 = Status.brokenConfiguration) {
    self.message = message
    self.status = status
  }
}

extension Failure {
  /// What `body` returns, its errors as failures in their own words.
  static func of<Result>(
    status: Int32 = Status.brokenConfiguration, _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let error as Failure {
      throw error
    } catch let error as ByteOutput.Stop {
      throw error
    } catch let error as FileError {
      throw error
    } catch {
      throw Failure("\(error)", status: status)
    }
  }
}
