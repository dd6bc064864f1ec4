/**
 * The interface between Postil and an analyzer module: plain C.
 * SPDX-License-Identifier: Apache-2.0
 *
 * A module is a shared library lib<Name>.so that exports one function, `postil_module_<Name>`, of type postil_module_entry.
 *
 * - Strings are UTF-8 without a terminating zero, valid during the call only.
 * - Offsets count UTF-8 bytes of the document's text and lie on code point boundaries.
 * - Each struct that may grow begins with its `size`. Append new fields at the end and raise POSTIL_ABI_VERSION; never
 *   reorder or remove. A field is present when the struct's `size` covers it.
 * - Arrays give the distance from one element to the next in `stride`, so that a module steps rightly over elements that
 *   have grown since it was built.
 */
#ifndef POSTIL_MODULE_H
#define POSTIL_MODULE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The version described here. */
#define POSTIL_ABI_VERSION 5u
/** The oldest version that this host loads: before 4, rows of tables were another shape. */
#define POSTIL_ABI_MIN_VERSION 4u
/** In place of a number: there is none. */
#define POSTIL_NONE 0xFFFFFFFFu
/** Set in the number of an origin that stands in `own_origins`. */
#define POSTIL_OWN 0x80000000u

/* Building blocks; their layout is fixed for good. */

typedef struct postil_bytes {
  const uint8_t *start;
  uint64_t count;
} postil_bytes;

typedef struct postil_span {
  uint32_t start; /**< The first byte. */
  uint32_t end;   /**< One past the last byte. */
} postil_span;

typedef struct postil_array {
  const void *first;
  uint32_t count;
  uint32_t stride; /**< Bytes from one element to the next. */
} postil_array;

/** The kinds of postil_value. */
enum {
  POSTIL_NULL = 0,
  POSTIL_STRING = 1,
  POSTIL_NUMBER = 2,
  POSTIL_BOOLEAN = 3,    /**< `number` is 0 or 1. */
  POSTIL_SPAN = 4,
  POSTIL_ANNOTATION = 5, /**< `annotation` is an index. */
  POSTIL_LIST = 6,       /**< `items` are postil_value. */
  POSTIL_RECORD = 7      /**< `items` are postil_feature, one level deep. */
};

typedef struct postil_value {
  uint32_t kind;
  uint32_t annotation;
  double number;
  postil_span span;
  postil_bytes string;
  postil_array items;
} postil_value;

typedef struct postil_feature {
  postil_bytes name;
  postil_value value;
} postil_feature;

/*
 * What the host shows: tables that it keeps itself, read where they lie. Rows have a fixed size; names of types, rules and
 * captures are numbers of the table `names`.
 */

typedef struct postil_token {
  postil_span span;
  uint32_t kind; /**< 0 word, 1 number, 2 punctuation, 3 symbol. */
} postil_token;

typedef struct postil_quotation {
  postil_span span;    /**< With the marks. */
  uint32_t depth;      /**< 0 for an outer quotation. */
  uint32_t is_closed;  /**< 0 when the closing mark was missing. */
  postil_array parts;  /**< postil_span: the words, a span a paragraph. */
} postil_quotation;

typedef struct postil_capture {
  postil_span span;
  uint32_t name; /**< A row of `names`. */
} postil_capture;

/** What a rule gives its candidates, apart from their places. */
typedef struct postil_origin {
  uint32_t type; /**< A row of `names`. */
  uint32_t rule; /**< A row of `names`: ruleset/rule. */
  uint32_t is_term; /**< 1: its candidates are terms found whole, each itself its one capture, `term`. */
  uint32_t reserved;
  postil_array features; /**< postil_feature */
} postil_origin;

typedef struct postil_candidate {
  postil_span span;
  uint32_t origin;  /**< A row of `origins`; with POSTIL_OWN set, of `own_origins`. */
  uint32_t rank;    /**< In the order of the conflict policy, among those of its type. */
  uint32_t lost_to; /**< The candidate that took its place, or POSTIL_NONE. */
  uint32_t first_capture; /**< A row of `captures`. */
  uint32_t capture_count;
  uint32_t first_source; /**< A row of `sources`. */
  uint32_t source_count;
} postil_candidate;

typedef struct postil_annotation {
  postil_span span;
  uint32_t type;   /**< A row of `names`. */
  uint32_t module; /**< A row of `names`; POSTIL_NONE when no module of this run made it, as with those that the input brings. */
  uint32_t rule;   /**< A row of `names`; POSTIL_NONE when no rule made it. */
  uint32_t reserved;
  postil_array features; /**< postil_feature */
} postil_annotation;

typedef struct postil_document {
  uint32_t size;
  uint32_t reserved;
  postil_bytes id, set, text;
  postil_bytes date;      /**< ISO 8601; empty when unknown. */
  postil_bytes date_from; /**< record, sidecar, frontMatter, linkedData, meta, time, address, byline, option, dateline, head, foot. */
  postil_array metadata;  /**< postil_feature */
  postil_array settings;  /**< postil_feature: the effective ones for this document. */
  postil_array paragraphs, headings, sentences, lines, label_lines; /**< postil_span */
  postil_array tokens;      /**< postil_token */
  postil_array quotations;  /**< postil_quotation */
  postil_span dateline, dateline_place, dateline_date, byline; /**< Empty when there is none. */
  /** postil_bytes. In all documents that one instance is shown, a number means the same name: the table only grows. */
  postil_array names;
  /**
   * postil_origin: those that the candidates of many documents share. The table only grows, so that what an instance has
   * worked out for a number holds for all its documents.
   */
  postil_array origins;
  postil_array own_origins; /**< postil_origin: those of this document alone. */
  postil_array candidates;  /**< postil_candidate: those of this step, by span. */
  postil_array captures;    /**< postil_capture: those of `candidates`. */
  /**
   * uint32_t: what `candidates` were made from: annotations, by index; a number behind these stands for the next of the
   * candidates that kept their places.
   */
  postil_array sources;
  postil_array annotations; /**< postil_annotation: those so far. An index is a place in this list. */
  postil_array boilerplate; /**< postil_span: lines, and parts of lines, that stand around the news. Since version 5. */
} postil_document;

/* What a module says. */

typedef struct postil_emission {
  uint32_t size;
  postil_span span;
  postil_bytes type;
  postil_array features;    /**< postil_feature */
  postil_array candidates;  /**< uint32_t: the candidates it was made from, the deciding one first. */
  postil_array annotations; /**< uint32_t: the annotations it was made from, later ones of the call as well. */
  /** The id of the decision that made it, one of the manifest's, or the rule of a frame; empty when none is told. */
  postil_bytes decision;
} postil_emission;

/** The host's functions; `context` is to be given back to each. Valid during the call only. */
typedef struct postil_host {
  uint32_t size;
  uint32_t abi_version;
  void *context;
  /** Makes an annotation. Returns its index, by which features may refer to it, or -1 when it breaks the contract. */
  int64_t (*emit)(void *context, const postil_emission *emission);
  /** Adds a feature to an annotation of a type that the manifest refines. Returns 0, or -1 when refused. */
  int32_t (*set_feature)(void *context, uint32_t annotation, const postil_feature *feature);
  /** Says why a candidate was not used; the reason stands in the manifest. */
  void (*reject)(void *context, uint32_t candidate, postil_bytes reason);
  /** Looks for names (postil_bytes) as whole words; calls `found` with the name's index for each place. */
  void (*find)(void *context, postil_array names, void *user,
               void (*found)(void *user, uint32_t name, postil_span span));
  /** Tells something about the document; an empty span stands for the whole. */
  void (*diagnose)(void *context, postil_bytes message, postil_span span);
  /** Says what went wrong, before a failure is returned. */
  void (*error)(void *context, postil_bytes message);
  /** Whether the run is being stopped. */
  int32_t (*cancelled)(void *context);
} postil_host;

typedef struct postil_module {
  uint32_t size;        /**< sizeof(postil_module) as the module was built. */
  uint32_t abi_version; /**< Loaded if within POSTIL_ABI_MIN_VERSION...POSTIL_ABI_VERSION. */
  postil_bytes manifest; /**< JSON: see Documentation/ModuleABI.md. */
  void *user;           /**< The module's own. */
  /**
   * Creates an instance from its settings (postil_feature); NULL on failure, after calling `error`. A module whose manifest
   * takes frames finds among them one more, `frames`: a list of records {rule, frame, type}, in the order in which to try them.
   * One that it cannot read it refuses with an error that begins with the rule, a colon and a space.
   * One whose manifest takes tables finds `tables`: a record of lists, by the names of the tables, of records {column: string},
   * the key first. One that it cannot use it refuses with an error that begins with the table's name, a colon and a space.
   */
  void *(*create)(const struct postil_module *module, const postil_host *host, postil_array settings);
  /** Returns 0 on success. Called from one thread at a time for each instance. */
  int32_t (*analyze)(void *instance, const postil_host *host, const postil_document *document);
  void (*destroy)(void *instance);
  /** Reserved: may be NULL. */
  void (*begin_run)(void *instance);
  void (*end_run)(void *instance);
} postil_module;

typedef const postil_module *(*postil_module_entry)(void);

#ifdef __cplusplus
}
#endif
#endif
