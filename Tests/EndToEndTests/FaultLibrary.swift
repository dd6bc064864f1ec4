/// A library that is loaded before others and makes calls of the system fail on demand.
///
/// `POSTIL_FAULT` says which: `CALL KIND FIRST`, such as `write full 3`. Calls are counted from 0, writes only to files that the program opens.
enum FaultLibrary {
  static let source = #"""
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <errno.h>
    #include <stdatomic.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <string.h>
    #include <sys/stat.h>
    #include <unistd.h>

    static atomic_int count;

    /** The kind of fault that this call has; 0 for none. */
    static char fault(const char *call) {
      char wanted[16] = "", kind[16] = "";
      int first = 0;
      const char *words = getenv("POSTIL_FAULT");
      if (!words || sscanf(words, "%15s %15s %d", wanted, kind, &first) != 3 || strcmp(call, wanted)) return 0;
      int number = count++;
      // A full disk stays full, and odd calls stay odd; what is broken is broken once.
      if (kind[0] == 'b' ? number != first : number < first) return 0;
      return kind[0] == 'i' && number % 2 ? 0 : kind[0];
    }

    static int failed(char kind) {
      errno = kind == 'f' ? ENOSPC : kind == 'i' ? EINTR : EIO;
      return -1;
    }

    static int is_file(int file) {
      struct stat status;
      return file > 2 && fstat(file, &status) == 0 && S_ISREG(status.st_mode);
    }

    ssize_t write(int file, const void *bytes, size_t size) {
      static ssize_t (*next)(int, const void *, size_t);
      if (!next) next = dlsym(RTLD_NEXT, "write");
      char kind = is_file(file) ? fault("write") : 0;
      if (kind == 's') return next(file, bytes, size > 7 ? 7 : size);
      return kind ? failed(kind) : next(file, bytes, size);
    }

    ssize_t pwrite64(int file, const void *bytes, size_t size, off_t place) {
      static ssize_t (*next)(int, const void *, size_t, off_t);
      if (!next) next = dlsym(RTLD_NEXT, "pwrite64");
      char kind = fault("pwrite");
      return kind ? failed(kind) : next(file, bytes, size, place);
    }

    int rename(const char *from, const char *to) {
      static int (*next)(const char *, const char *);
      if (!next) next = dlsym(RTLD_NEXT, "rename");
      char kind = fault("rename");
      return kind ? failed(kind) : next(from, to);
    }

    int fsync(int file) {
      static int (*next)(int);
      if (!next) next = dlsym(RTLD_NEXT, "fsync");
      char kind = fault("fsync");
      return kind ? failed(kind) : next(file);
    }

    int mkdir(const char *path, mode_t mode) {
      static int (*next)(const char *, mode_t);
      if (!next) next = dlsym(RTLD_NEXT, "mkdir");
      char kind = fault("mkdir");
      return kind ? failed(kind) : next(path, mode);
    }
    """#
}
