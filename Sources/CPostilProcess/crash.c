#define _GNU_SOURCE
#include "place.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static const struct {
  int number;
  const char *name;
} names[] = {
    {SIGSEGV, "segmentation fault (SIGSEGV)"}, {SIGABRT, "aborted (SIGABRT)"},
    {SIGILL, "illegal instruction (SIGILL)"},  {SIGBUS, "bus error (SIGBUS)"},
    {SIGFPE, "arithmetic fault (SIGFPE)"},     {SIGTRAP, "trap (SIGTRAP)"},
    {SIGSYS, "bad system call (SIGSYS)"},      {SIGKILL, "killed (SIGKILL)"},
    {SIGTERM, "terminated (SIGTERM)"},         {SIGXCPU, "out of processor time (SIGXCPU)"},
};

/** The first so many of `names` are those that a fault of a process ends it with. */
enum { WATCHED = 7 };

static struct sigaction before[WATCHED];
static volatile int is_watching;
/** The process that watches; one that a module forks does not. */
static pid_t watcher;
static const char *advice;

const char *postil_signal_name(int number) {
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (names[i].number == number) return names[i].name;
  return NULL;
}

/** A line that is written at once, so that lines of several threads do not mix. */
typedef struct line {
  char text[1024];
  size_t count;
} line;

static void add(line *line, const char *text) {
  size_t count = strnlen(text, sizeof line->text);
  if (count > sizeof line->text - line->count) count = sizeof line->text - line->count;
  memcpy(line->text + line->count, text, count);
  line->count += count;
}

/** Says on standard error what ended the process, and where. */
static void tell(const char *what) {
  line line = {.count = 0};
  const postil_place *place = postil_current;
  add(&line, "postil: error: ");
  if (place && place->document[0]) {
    add(&line, place->document);
    add(&line, ": ");
  }
  if (place && place->is_in_module) {
    add(&line, "module '");
    add(&line, place->module);
    add(&line, "' ended the run: ");
  } else {
    add(&line, "the run ended: ");
  }
  add(&line, what);
  if (advice) {
    add(&line, "; ");
    add(&line, advice);
  }
  add(&line, "\n");
  ssize_t done = write(STDERR_FILENO, line.text, line.count);
  (void)done;
}

/** Signals and exit do again what they did before they were watched. */
static void unwatch(void) {
  if (!is_watching) return;
  is_watching = 0;
  for (int i = 0; i < WATCHED; i++) sigaction(names[i].number, &before[i], NULL);
}

static void on_signal(int number) {
  const char *name = postil_signal_name(number);
  tell(name ? name : "a signal");
  unwatch();
  // What was there before us may have more to say; then the process ends, whatever that was.
  raise(number);
  signal(number, SIG_DFL);
  raise(number);
}

static int is_ended_by_module(void) { return is_watching && postil_modules_running > 0 && getpid() == watcher; }

static void on_exit_of_module(void) {
  if (!is_ended_by_module()) return;
  tell("it called exit");
  is_watching = 0;
  _exit(1);
}

#ifdef __linux__
/** Takes the place of the C library's, which modules call, too: it runs no handlers, so this is where a run can say that a module ended it. */
void _exit(int status) {
  if (is_ended_by_module()) {
    tell("it called _exit");
    if (status == 0) status = 1;
  }
  for (;;) syscall(SYS_exit_group, status);
}

void _Exit(int status) { _exit(status); }
#endif

void postil_watch_crashes(const char *what_else) {
  if (is_watching) return;
  is_watching = 1;
  watcher = getpid();
  advice = what_else;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_signal;
  // Without SA_NODEFER the signals that the handler raises would wait until it has returned.
  action.sa_flags = SA_ONSTACK | SA_NODEFER;
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < WATCHED; i++) sigaction(names[i].number, &action, &before[i]);
  atexit(on_exit_of_module);
  at_quick_exit(on_exit_of_module);
}

void postil_default_signals(void) {
  is_watching = 0;
  for (int i = 0; i < WATCHED; i++) signal(names[i].number, SIG_DFL);
}

void postil_stack_begin(postil_place *place) {
  if (!is_watching) return;
  stack_t stack = {.ss_sp = place->stack, .ss_size = sizeof place->stack};
  sigaltstack(&stack, NULL);
}

void postil_stack_end(void) {
  if (!is_watching) return;
  stack_t none = {.ss_flags = SS_DISABLE, .ss_size = POSTIL_STACK_SIZE};
  sigaltstack(&none, NULL);
}
