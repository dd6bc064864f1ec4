#include "postil_module.h"
