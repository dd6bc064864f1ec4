import Logging

/// What the program tells about its own work with `--verbose`, on standard error.
enum Log {
  /// Silent below warnings unless `verbose`.
  static func logger(verbose: Bool) -> Logger {
    var logger = Logger(label: "postil") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = verbose ? .debug : .warning
    return logger
  }
}
