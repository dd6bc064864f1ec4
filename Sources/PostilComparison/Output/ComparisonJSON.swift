import PostilJSON
import PostilModel

extension Comparison {
  /// The comparison as JSON, `postil.comparison/1`.
  public var json: [UInt8] {
    var json = JSONBytes()
    json.object { json in
      json.field("schema", "postil.comparison/1")
      json.key("sets")
      json.array { json in for group in groups { write(group, &json) } }
      json.key("method")
      write(method, &json)
      json.key("boilerplate")
      write(boilerplate, &json)
      json.field("joinedNames", joinedNames)
      json.field("warnings", warnings)
      if !series.isEmpty {
        json.key("series")
        json.array { json in for series in series { write(series, &json) } }
      }
      json.key("rows")
      json.array { json in for row in rows { write(row, &json) } }
      json.key("ownNames")
      json.array { json in for own in ownNames { write(own.row, ownNameOf: groups[own.group].name, &json) } }
      aids(&json)
    }
    json.newline()
    return json.bytes
  }

  private func write(_ group: Group, _ json: inout JSONBytes) {
    json.object { json in
      json.field("name", group.name)
      json.field("documents", group.documents)
      json.field("words", group.words)
      json.field("statements", group.statements)
    }
  }

  private func write(_ series: Series, _ json: inout JSONBytes) {
    json.object { json in
      json.field("name", series.name)
      json.field("unit", series.unit.rawValue)
      json.key("periods")
      json.array { json in
        for period in series.periods {
          json.object { json in
            json.field("period", period.label)
            json.field("set", period.group.map { groups[$0].name })
          }
        }
      }
    }
  }

  private func write(_ changes: [Change], _ json: inout JSONBytes) {
    guard !changes.isEmpty else { return }
    json.key("changes")
    json.array { json in
      for change in changes {
        json.object { json in
          json.field("set", groups[change.group].name)
          json.number("rateBefore", change.before)
          json.number("rateAfter", change.after)
          json.number("p", change.p)
          json.number("q", change.q)
        }
      }
    }
  }

  private func write(_ method: Method, _ json: inout JSONBytes) {
    json.object { json in
      json.field("items", method.tested)
      json.field("itemsLeftOut", method.rare)
      json.field("itemsHidden", hidden)
      json.field("minDocuments", method.minDocuments)
      json.field("smallSets", method.small)
      json.field("seed", Int(clamping: method.seed))
      if !series.isEmpty {
        json.field("changes", "binary segmentation by p, times the splits; q over items and series")
      }
      guard method.isTested else { return }
      json.field("p", "binomial by design effect, given sizes and total; never below leastP")
      json.field("permutations", method.permutations)
      json.field("replicates", method.replicates)
      json.field("g2", "four cells, no correction, signed")
      json.field("bic", "two-cell G2 less ln N")
      json.field("lrc", "95 %, Bonferroni over items")
      json.field("q", "Benjamini-Hochberg over items and contrasts")
    }
  }

  private func write(_ boilerplate: Boilerplate, _ json: inout JSONBytes) {
    json.object { json in
      json.field("treatment", boilerplateTreatment.rawValue)
      json.field("names", boilerplate.names)
      json.field("statements", boilerplate.statements)
      json.field("words", boilerplate.words)
    }
  }

  private func write(_ row: Row, ownNameOf owner: String? = nil, _ json: inout JSONBytes) {
    json.object { json in
      json.field("ownNameOf", owner)
      json.field("facet", row.facet.rawValue)
      json.field("item", row.name)
      if !row.names.isEmpty { json.field("names", row.names) }
      json.field("base", row.base.rawValue)
      json.key("sets")
      json.array { json in for group in row.sides.indices { write(row, group, &json) } }
      json.key("contrasts")
      json.array { json in for contrast in row.contrasts { write(contrast, &json) } }
      if let omnibus = row.omnibus {
        json.key("omnibus")
        json.object { json in
          json.number("g2", omnibus.g2)
          json.number("p", omnibus.p)
          json.number("leastP", omnibus.least)
          json.number("q", omnibus.q)
        }
      }
      json.number("toneP", row.toneTest?.p)
      json.number("toneLeastP", row.toneTest?.least)
      json.number("toneQ", row.toneTest?.q)
      write(row.changes, &json)
    }
  }

  private func write(_ row: Row, _ group: Int, _ json: inout JSONBytes) {
    let side = row.sides[group]
    json.object { json in
      json.field("count", side.count)
      json.field("documents", side.documents)
      json.field("copies", side.copies)
      json.number("rate", side.rate)
      json.number("dp", side.dispersion)
      json.number("shareLow", side.share?.lowerBound)
      json.number("shareHigh", side.share?.upperBound)
      json.key("examples")
      json.array { json in
        for key in examples(of: row, in: group) { json.string(key.set.isEmpty ? key.id : "\(key.set)/\(key.id)") }
      }
      guard let tone = side.tone else { return }
      json.field("positive", tone.positive)
      json.field("neutral", tone.neutral)
      json.field("negative", tone.negative)
      json.field("scored", tone.scored)
      json.number("meanScore", tone.mean)
      json.number("meanScoreLow", tone.interval?.lowerBound)
      json.number("meanScoreHigh", tone.interval?.upperBound)
    }
  }

  private func write(_ contrast: Contrast, _ json: inout JSONBytes) {
    json.object { json in
      json.field("target", groups[contrast.target].name)
      json.field("reference", contrast.reference.map { groups[$0].name })
      json.number("logRatio", contrast.logRatio)
      guard let test = contrast.test else { return }
      json.number("logRatioLow", test.interval.lowerBound)
      json.number("logRatioHigh", test.interval.upperBound)
      json.number("lrc", test.conservative)
      json.number("g2", test.g2)
      json.number("bic", test.bic)
      json.number("p", test.p)
      json.number("leastP", test.least)
      json.number("q", test.q)
    }
  }

  private func aids(_ json: inout JSONBytes) {
    let aids = ReadingAids(self)
    json.key("readingAids")
    json.object { json in
      for list in aids.lists {
        json.key(list.id)
        json.array { json in
          for entry in list.entries {
            json.object { json in
              json.field("facet", entry.row?.facet.rawValue)
              json.field("item", entry.row?.name)
              json.field("text", entry.text)
            }
          }
        }
      }
    }
    json.key("nearDuplicates")
    json.array { json in
      for group in duplicates {
        json.array { json in
          for place in group {
            json.object { json in
              json.field("comparedAs", groups[place.group].name)
              json.field("set", place.key.set)
              json.field("id", place.key.id)
            }
          }
        }
      }
    }
  }
}

extension JSONBytes {
  /// A field with a number; none for nil.
  mutating func number(_ name: String, _ value: Double?) {
    guard let value, value.isFinite else { return }
    key(name)
    number(value)
  }
}
