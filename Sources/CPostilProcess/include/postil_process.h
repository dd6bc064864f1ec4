/**
 * What a signal handler, or a process just forked, may do: plain C, since Swift promises nothing of what its code calls.
 */
#ifndef POSTIL_PROCESS_H
#define POSTIL_PROCESS_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/**
 * What a worker is at: a document, and the module whose code runs. It lies in memory that forked processes share, so that a
 * dying process, and the process that watches over it, can name both.
 */
typedef struct postil_place postil_place;

/** NULL when there is no memory. */
postil_place *postil_place_make(void);
void postil_place_free(postil_place *place);

/** From here on the calling thread is at a document, whose id is given. */
void postil_place_begin(postil_place *place, const uint8_t *id, size_t count);
/** The calling thread is at none. */
void postil_place_end(postil_place *place);

/** From here on the calling thread runs code of the module that is named; nothing happens on a thread that is at no document. */
void postil_module_enter(const uint8_t *name, size_t count);
void postil_module_leave(void);

/** From here on the calling thread waits for what is not counted as time of its document: a program that is being started. */
void postil_waiting(int waits);
/** Whether who is at `place` waits so. */
int postil_place_waits(const postil_place *place);

/** Copies the name of the module whose code runs, and returns its length; 0 when none does. */
size_t postil_place_module(const postil_place *place, uint8_t *room, size_t size);

/**
 * Before any module is loaded: a signal that ends the process, and a call of exit by a module, first name document and module on
 * standard error, and the process never ends with status 0. A second call changes nothing.
 *
 * @param advice What else is said; a text that stays, or NULL.
 */
void postil_watch_crashes(const char *advice);

/** `segmentation fault (SIGSEGV)`; NULL for a signal without a name. */
const char *postil_signal_name(int number);

/** The exit status of a worker whose descriptor was closed by a module. */
#define POSTIL_DESCRIPTOR_LOST 121

/** How a process ended that postil_worker_fork or postil_program_start made. */
typedef struct postil_end {
  int signal; /**< 0 when it ended by exit. */
  int status; /**< Of exit. */
  uint64_t peak; /**< The most bytes that it had in memory. */
} postil_end;

/**
 * Forks a worker. In it the answer is 0: only `channel` is open, as the descriptor POSTIL_CHANNEL, beside standard input, which is
 * empty, and standard output and error, which both go to standard error; signals have their defaults but for Ctrl-C, which is its
 * parent's; it dies with its parent; when a module closes the channel it ends with POSTIL_DESCRIPTOR_LOST.
 *
 * @param memory How many bytes the worker may map beyond what is mapped already; 0 for any number.
 * @param place What it marks from now on.
 */
pid_t postil_worker_fork(int channel, uint64_t memory, postil_place *place);
#define POSTIL_CHANNEL 3

/**
 * Starts a program, whose standard input and output are `channel` and whose standard error is that of this process; no other
 * descriptor is open in it. Where it was started by the first thread of its process, it dies with that.
 *
 * @param command The program, looked for in PATH, and its arguments; NULL behind the last.
 * @param folder Where it runs; NULL for the folder of this process.
 * @return -1, with errno set, where the system has no such program or makes no process.
 */
pid_t postil_program_start(char *const *command, const char *folder, int channel);

/** Ends a worker or a program with all that it started. */
void postil_child_kill(pid_t child);

/**
 * Whether a worker or a program has ended, and how.
 *
 * @param wait How long to wait for it, in milliseconds; -1 for as long as it takes.
 */
int postil_child_ended(pid_t child, int wait, postil_end *end);

#endif
