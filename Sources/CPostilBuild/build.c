#include "postil_build.h"

#ifndef POSTIL_COMMIT
#define POSTIL_COMMIT ""
#endif

const char *postil_build_commit(void) { return POSTIL_COMMIT; }
