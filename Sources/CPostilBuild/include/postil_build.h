/** What is known of the making of this program. */
#ifndef POSTIL_BUILD_H
#define POSTIL_BUILD_H

/** The commit that the program was built from, "-dirty" behind it where files were changed; empty where the build was not told. */
const char *postil_build_commit(void);

#endif
