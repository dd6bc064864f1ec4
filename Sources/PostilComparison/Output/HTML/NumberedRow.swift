/// A row that the page shows, with the number that links lead to.
struct NumberedRow {
  let number: Int
  let row: Comparison.Row
}
