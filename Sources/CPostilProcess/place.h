/* What the files of this target share. */
#ifndef POSTIL_PLACE_H
#define POSTIL_PLACE_H

#include "postil_process.h"

/** What a handler needs of stack: the frame of a signal grows with the registers of the processor. */
#define POSTIL_STACK_SIZE (64 << 10)

struct postil_place {
  volatile int is_in_module;
  int is_worker;
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

/** Signals end the process at once, and exit is not watched. */
void postil_default_signals(void);

#endif
