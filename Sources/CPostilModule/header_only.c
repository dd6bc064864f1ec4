/* The package manager wants a source file in a C target; the interface is the header alone. */
#include "postil_module.h"
