/// Cells of a CSV file (RFC 4180).
public enum CSVText {
  /// A line of cells with its end.
  public static func line(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  /// Quoted where needed; a cell that a spreadsheet would take for a formula gets an apostrophe in front.
  public static func cell(_ text: String) -> String {
    var text = text
    if let first = text.first, "=@\t\r".contains(first) || ("+-".contains(first) && Double(text) == nil) {
      text = "'" + text
    }
    let needsQuotes = text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
