#define _GNU_SOURCE
#include "place.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

void postil_child_begin(int dies_with_thread) {
  postil_default_signals();
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  // A group of its own: what it starts can be ended with it, and Ctrl-C of a terminal does not reach it.
  setpgid(0, 0);
#ifdef __linux__
  if (dies_with_thread) prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
}

void postil_child_kill(pid_t child) {
  // The group is there once the child has made it.
  if (kill(-child, SIGKILL) != 0) kill(child, SIGKILL);
}

int postil_child_ended(pid_t child, int wait, postil_end *end) {
  int status = 0;
  struct rusage usage;
  memset(&usage, 0, sizeof usage);
  pid_t answer;
  while ((answer = wait4(child, &status, wait < 0 ? 0 : WNOHANG, &usage)) <= 0) {
    if (answer < 0 && errno != EINTR) break;
    if (answer == 0 && wait-- <= 0) return 0;
    if (answer == 0) usleep(1000);
  }
  memset(end, 0, sizeof *end);
  if (answer < 0) return 1;
  // What it started goes with it.
  kill(-child, SIGKILL);
  if (WIFSIGNALED(status)) end->signal = WTERMSIG(status);
  if (WIFEXITED(status)) end->status = WEXITSTATUS(status);
  end->peak = (uint64_t)usage.ru_maxrss << 10;
  return 1;
}
