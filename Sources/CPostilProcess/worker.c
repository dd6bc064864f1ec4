#define _GNU_SOURCE
#include "place.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/** The bytes that the process has mapped; 0 when the system does not tell. */
static uint64_t mapped(void) {
  char text[64] = {0};
  int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t count = read(file, text, sizeof text - 1);
  close(file);
  return count > 0 ? strtoull(text, NULL, 10) * (uint64_t)sysconf(_SC_PAGESIZE) : 0;
}

static void limit(uint64_t memory) {
  if (memory == 0) return;
  struct rlimit limit;
  if (getrlimit(RLIMIT_AS, &limit) != 0) return;
  rlim_t most = mapped() + memory;
  if (limit.rlim_max != RLIM_INFINITY && most > limit.rlim_max) most = limit.rlim_max;
  limit.rlim_cur = limit.rlim_max = most;
  setrlimit(RLIMIT_AS, &limit);
}

/** Nothing of the parent's files stays open: reports, locks, the channels of other workers. */
static int arrange(int channel) {
  int nothing = open("/dev/null", O_RDWR);
  if (fcntl(STDERR_FILENO, F_GETFD) < 0) dup2(nothing, STDERR_FILENO);
  dup2(nothing, STDIN_FILENO);
  dup2(STDERR_FILENO, STDOUT_FILENO);
  if (channel != POSTIL_CHANNEL && dup2(channel, POSTIL_CHANNEL) < 0) return -1;
#ifdef __linux__
  if (close_range(POSTIL_CHANNEL + 1, ~0u, 0) == 0) return 0;
#endif
  for (long file = POSTIL_CHANNEL + 1; file < sysconf(_SC_OPEN_MAX); file++) close((int)file);
  return 0;
}

pid_t postil_worker_fork(int channel, uint64_t memory, postil_place *place) {
  pid_t parent = getpid();
  fflush(NULL);
  pid_t worker = fork();
  if (worker != 0) return worker;
  postil_child_begin(1);
  if (getppid() != parent || arrange(channel) != 0) _exit(POSTIL_DESCRIPTOR_LOST);
  place->is_worker = 1;
  limit(memory);
  return 0;
}
