import Foundation

/// A module that marks every document, and does to the process what a word of the document says.
///
/// Each word does one thing: it dies by a signal, ends the process, runs on, takes memory, or gets into the way of the program.
enum HostileModule {
  static let source = #"""
    #define _GNU_SOURCE
    #include "postil_module.h"
    #include <signal.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <string.h>
    #include <unistd.h>
    #define B(s) ((postil_bytes){(const uint8_t *)(s), sizeof(s) - 1})
    #define IF(word) if (memmem(d->text.start, d->text.count, word, sizeof(word) - 1))

    static volatile int sink;
    static int deep(int n) { volatile char room[4096]; room[n % 4096] = 1; return deep(n + 1) + room[0]; }

    static int64_t mark(const postil_host *h, const postil_document *d) {
      postil_emission e; memset(&e, 0, sizeof e);
      e.size = sizeof e; e.span = (postil_span){0, d->text.count}; e.type = B("mark");
      return h->emit(h->context, &e);
    }
    static void *create(const postil_module *m, const postil_host *h, postil_array settings) {
      if (getenv("POSTIL_TEST_CREATE")) abort();
      return malloc(1);
    }
    static int32_t analyze(void *instance, const postil_host *h, const postil_document *d) {
      mark(h, d);
      IF("segfaults") *(volatile int *)8 = 1;
      IF("aborts") abort();
      IF("traps") __builtin_trap();
      IF("misaligns") raise(SIGBUS);
      IF("divides") raise(SIGFPE);
      IF("exits") exit(0);
      IF("quits") quick_exit(0);
      IF("leaves") _exit(0);
      IF("loops") for (;;) sink++;
      IF("stands") raise(SIGSTOP);
      IF("allocates") for (;;) memset(malloc(1 << 20), 1, 1 << 20);
      IF("scribbles") for (volatile char *p = malloc(64);; p++) *p = 0x5A;
      IF("smudges") for (volatile char *p = malloc(64), *end = p + 4096; p < end; p++) *p = 0x5A;
      IF("closes") for (int file = 0; file < 1024; file++) close(file);
      IF("shuts") { close(3); for (;;) sink++; }
      IF("floods") for (int i = 0; i < 1000; i++) if (write(3, "noise that is no answer", 23) < 0) break;
      IF("kills") kill(getpid(), SIGKILL);
      IF("recurses") sink = deep(0);
      IF("emits") for (int i = 0; i < 400000; i++) mark(h, d);
      IF("forks") { if (fork() == 0) { sleep(60); _exit(0); } _exit(7); }
      IF("prints") { printf("noise\n"); fflush(stdout); if (write(1, "noise\n", 6) < 0) abort(); }
      IF("waits") while (!h->cancelled(h->context)) usleep(1000);
      return 0;
    }
    static const char json[] = "{\"name\":\"hostile\",\"version\":\"1\",\"assigns\":[{\"type\":\"mark\"}]}";
    static postil_module module;
    const postil_module *postil_module_Hostile(void) {
      module.size = sizeof module; module.abi_version = POSTIL_ABI_VERSION; module.manifest = B(json);
      module.create = create; module.analyze = analyze; module.destroy = free;
      return &module;
    }
    """#
}
