import Foundation

/// Where the program's own output goes.
public enum ReportOutput {
  /// A descriptor of what was standard output when the program began.
  ///
  /// Modules and libraries print to descriptor 1, which becomes standard error when this is first asked for: what they print does not
  /// mix with reports. Ask for it before a module is loaded.
  public static let descriptor: Int32 = {
    let own = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    if dup2(STDERR_FILENO, STDOUT_FILENO) < 0 {
      let nothing = open("/dev/null", O_WRONLY)
      if nothing >= 0, nothing != STDOUT_FILENO {
        dup2(nothing, STDOUT_FILENO)
        close(nothing)
      }
    }
    return own
  }()
}
