import PostilJSON

/// What the page's script needs: rows with their figures and places, as JSON that may stand inside a script element.
struct PageData {
  let comparison: Comparison
  let rows: [NumberedRow]
  let places: [[[OccurrenceFinder.Place]]]

  var json: String {
    let used = Set(places.joined().joined().map(\.document)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($0.element, $0.offset) })
    var json = JSONBytes()
    json.object { json in
      json.key("sets")
      json.array { json in for group in comparison.groups { json.string(group.name) } }
      json.key("documents")
      json.array { json in for number in used { document(number, &json) } }
      json.key("rows")
      json.array { json in
        for (row, places) in zip(rows, places) { write(row.row, places, numbers, &json) }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self).replacing("<", with: "\\u003c")
      .replacing("\u{2028}", with: "\\u2028").replacing("\u{2029}", with: "\\u2029")
  }

  private func document(_ number: Int, _ json: inout JSONBytes) {
    let document = comparison.corpus.documents[number]
    json.array { json in
      json.string(document.key.id)
      json.string(document.key.set)
      json.string(document.date ?? "")
    }
  }

  private func write(
    _ row: Comparison.Row, _ places: [[OccurrenceFinder.Place]], _ numbers: [Int: Int], _ json: inout JSONBytes
  ) {
    json.object { json in
      json.field("name", row.name)
      json.field("facet", row.facet.title)
      if !row.names.isEmpty { json.field("names", row.names.joined(separator: "; ")) }
      json.key("figures")
      json.array { json in
        for (name, value) in PageFigures(comparison: comparison, row: row).lines {
          json.array { json in
            json.string(name)
            json.string(value)
          }
        }
      }
      json.key("places")
      json.array { json in for (side, places) in zip(row.sides, places) { write(side, places, numbers, &json) } }
    }
  }

  private func write(
    _ side: Comparison.Side, _ places: [OccurrenceFinder.Place], _ numbers: [Int: Int], _ json: inout JSONBytes
  ) {
    json.object { json in
      json.field("count", side.count)
      json.field("documents", side.documents)
      json.key("shown")
      json.array { json in
        for place in places where !place.words.isEmpty {
          json.array { json in
            json.integer(numbers[place.document] ?? 0)
            for text in [place.before, place.words, place.after, place.type, place.note] { json.string(text) }
          }
        }
      }
    }
  }
}

/// The figures of one row as lines of the panel.
struct PageFigures {
  let comparison: Comparison
  let row: Comparison.Row

  var lines: [(String, String)] {
    var lines = zip(comparison.groups, row.sides).map { group, side in
      let dispersion = side.dispersion.map { ", DP \(NumberFormat.decimal($0))" } ?? ""
      return (group.name, "\(NumberFormat.rate(side.rate)) \(row.base.title)\(dispersion)\(tone(side.tone))")
    }
    for contrast in row.contrasts { lines += self.lines(contrast) }
    if let omnibus = row.omnibus {
      lines.append(
        (
          "all sets",
          "G2 \(NumberFormat.decimal(omnibus.g2, 1)), p \(NumberFormat.probability(omnibus.p)) (least \(NumberFormat.probability(omnibus.least))), q \(NumberFormat.probability(omnibus.q))"
        ))
    }
    if let test = row.toneTest {
      lines.append(
        (
          "difference of tone",
          "p \(NumberFormat.probability(test.p)) (least \(NumberFormat.probability(test.least))), q \(NumberFormat.probability(test.q))"
        ))
    }
    return lines
  }

  private func tone(_ tone: Comparison.Tone?) -> String {
    guard let tone, let mean = tone.meanText else { return "" }
    let interval = tone.interval.map { " \(NumberFormat.interval($0))" } ?? ""
    return
      "; tone \(mean)\(interval): \(tone.positive) positive, \(tone.neutral) neutral, \(tone.negative) negative"
  }

  private func lines(_ contrast: Comparison.Contrast) -> [(String, String)] {
    let name = row.contrasts.count == 1 ? "log ratio" : "\(comparison.groups[contrast.target].name) against the rest"
    var text = NumberFormat.signed(contrast.logRatio)
    if let test = contrast.test {
      text +=
        " \(NumberFormat.interval(test.interval)), LRC \(NumberFormat.signed(test.conservative)), p "
        + "\(NumberFormat.probability(test.p)) (least \(NumberFormat.probability(test.least))), q \(NumberFormat.probability(test.q)), G2 \(NumberFormat.signed(test.g2, 1)), BIC "
        + NumberFormat.decimal(test.bic, 1)
    }
    return [(name, text)]
  }
}
