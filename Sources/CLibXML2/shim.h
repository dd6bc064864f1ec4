#include <libxml/xmlversion.h>
/* libxml2's encoding.h would bring in ICU's headers, which contradict those of Foundation. */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
