import PostilJSON

extension Evaluation {
  /// The evaluation as JSON, `postil.evaluation/1`; shares from 0 to 1.
  public var json: [UInt8] {
    var json = JSONBytes()
    json.object { json in
      json.field("schema", "postil.evaluation/1")
      json.field("documents", documents)
      json.field("absent", absent)
      json.field("notes", notes)
      json.key("types")
      json.array { json in for type in types { write(type, &json) } }
      json.key("confusions")
      json.array { json in for confusion in confusions { write(confusion, &json) } }
      json.key("errors")
      json.array { json in for fault in faults { write(fault, &json) } }
    }
    json.newline()
    return json.bytes
  }

  private func write(_ type: TypeScores, _ json: inout JSONBytes) {
    json.object { json in
      json.field("type", type.type)
      json.key("strict")
      write(type.strict, &json)
      json.key("lenient")
      write(type.lenient, &json)
      json.number("averageF1", type.averageF1)
      json.key("features")
      json.object { json in
        for name in type.features.keys.sorted() {
          guard let score = type.features[name] else { continue }
          json.key(name)
          write(score, &json)
        }
      }
    }
  }

  private func write(_ score: Score, _ json: inout JSONBytes) {
    json.object { json in
      json.field("gold", score.gold)
      json.field("system", score.system)
      json.field("right", score.right)
      json.number("precision", score.precision)
      json.number("recall", score.recall)
      json.number("f1", score.f1)
    }
  }

  private func write(_ confusion: Confusion, _ json: inout JSONBytes) {
    json.object { json in
      json.field("of", confusion.title)
      json.key("counts")
      json.object { json in
        for gold in confusion.counts.keys.sorted() {
          json.key(gold)
          json.object { json in
            let counts = confusion.counts[gold] ?? [:]
            for value in counts.keys.sorted() { json.field(value, counts[value] ?? 0) }
          }
        }
      }
    }
  }

  private func write(_ fault: Fault, _ json: inout JSONBytes) {
    json.object { json in
      json.field("kind", fault.kind.rawValue)
      json.field("document", fault.document)
      json.field("feature", fault.feature?.name)
      for (name, item) in [("gold", fault.gold), ("system", fault.system)] {
        guard let item else { continue }
        json.key(name)
        json.object { json in
          json.field("type", item.type)
          json.field("start", item.start)
          json.field("end", item.end)
          json.field("text", item.text)
        }
      }
      json.field("before", fault.context.before)
      json.field("after", fault.context.after)
    }
  }
}
