#define _GNU_SOURCE
#include "place.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

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
  postil_default_signals();
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  // A group of its own: what it starts can be ended with it, and Ctrl-C of a terminal does not reach it.
  setpgid(0, 0);
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  if (getppid() != parent || arrange(channel) != 0) _exit(POSTIL_DESCRIPTOR_LOST);
  place->is_worker = 1;
  limit(memory);
  return 0;
}

void postil_worker_kill(pid_t worker) {
  // The group is there once the worker has made it.
  if (kill(-worker, SIGKILL) != 0) kill(worker, SIGKILL);
}

int postil_worker_ended(pid_t worker, int wait, postil_end *end) {
  int status = 0;
  struct rusage usage;
  memset(&usage, 0, sizeof usage);
  pid_t answer;
  while ((answer = wait4(worker, &status, wait < 0 ? 0 : WNOHANG, &usage)) <= 0) {
    if (answer < 0 && errno != EINTR) break;
    if (answer == 0 && wait-- <= 0) return 0;
    if (answer == 0) usleep(1000);
  }
  memset(end, 0, sizeof *end);
  if (answer < 0) return 1;
  // What it started goes with it.
  kill(-worker, SIGKILL);
  if (WIFSIGNALED(status)) end->signal = WTERMSIG(status);
  if (WIFEXITED(status)) end->status = WEXITSTATUS(status);
  end->peak = (uint64_t)usage.ru_maxrss << 10;
  return 1;
}
