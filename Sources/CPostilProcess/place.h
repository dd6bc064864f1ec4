/* What the files of this target share. */
#ifndef POSTIL_PLACE_H
#define POSTIL_PLACE_H

#include "postil_process.h"

/** What a handler needs of stack: the frame of a signal grows with the registers of the processor. */
#define POSTIL_STACK_SIZE (64 << 10)

struct postil_place {
  volatile int is_in_module;
  int is_worker;
  volatile int is_waiting;
  char document[256];
  char module[128];
  /** A handler's stack: where a module has used up its own, there is no other. */
  char stack[POSTIL_STACK_SIZE];
};

/** Where the calling thread is. */
extern _Thread_local postil_place *postil_current;
/** The threads that run code of a module. */
extern _Atomic int postil_modules_running;

/** The calling thread has the stack of `place` for its handlers. */
void postil_stack_begin(postil_place *place);
void postil_stack_end(void);

/**
 * What a process just forked does first: signals as they are by default, a group of its own.
 *
 * @param dies_with_thread Whether it ends when the thread ends that forked it.
 */
void postil_child_begin(int dies_with_thread);

/** Signals end the process at once, and exit is not watched. */
void postil_default_signals(void);

#endif
