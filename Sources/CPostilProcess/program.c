#define _GNU_SOURCE
#include "place.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

/** Whether the thread is the first of its process, which ends with the process alone. */
static int is_first_thread(void) {
#ifdef __linux__
  return syscall(SYS_gettid) == getpid();
#else
  return 0;
#endif
}

/** All files behind the first three are closed when the program begins. */
static void close_on_exec(void) {
#if defined __linux__ && defined CLOSE_RANGE_CLOEXEC
  if (close_range(3, ~0u, CLOSE_RANGE_CLOEXEC) == 0) return;
#endif
  for (long file = 3; file < sysconf(_SC_OPEN_MAX); file++) fcntl((int)file, F_SETFD, FD_CLOEXEC);
}

/** Begins the program; what the system says against it goes into `news`. */
static void begin(char *const *command, const char *folder, int channel, int dies_with_thread, int news) {
  postil_child_begin(dies_with_thread);
  // A program expects it, whatever this one does with it.
  signal(SIGPIPE, SIG_DFL);
  close_on_exec();
  int is_ready = dup2(channel, STDIN_FILENO) >= 0 && dup2(channel, STDOUT_FILENO) >= 0;
  fcntl(STDIN_FILENO, F_SETFD, 0);
  fcntl(STDOUT_FILENO, F_SETFD, 0);
  if (is_ready && (!folder || chdir(folder) == 0)) execvp(command[0], command);
  int code = errno;
  ssize_t done = write(news, &code, sizeof code);
  (void)done;
  _exit(127);
}

pid_t postil_program_start(char *const *command, const char *folder, int channel) {
  int news[2];
  if (pipe(news) != 0) return -1;
  fcntl(news[0], F_SETFD, FD_CLOEXEC);
  fcntl(news[1], F_SETFD, FD_CLOEXEC);
  // A program that is started by another thread is not to end with that thread; it ends when its input does.
  int dies_with_thread = is_first_thread();
  pid_t program = fork();
  if (program == 0) begin(command, folder, channel, dies_with_thread, news[1]);
  int code = program < 0 ? errno : 0;
  close(news[1]);
  ssize_t count = 0;
  while (program > 0 && (count = read(news[0], &code, sizeof code)) < 0 && errno == EINTR) {}
  if (count == sizeof code) {
    postil_end end;
    postil_child_ended(program, -1, &end);
    program = -1;
  }
  close(news[0]);
  errno = code;
  return program;
}
