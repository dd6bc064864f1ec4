#define _GNU_SOURCE
#include "place.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

_Thread_local postil_place *postil_current;
_Atomic int postil_modules_running;

/** Copies what can be shown: control characters, those of Latin-1 too, become question marks. */
static void copy(char *room, size_t size, const uint8_t *bytes, size_t count) {
  if (count > size - 1) count = size - 1;
  for (size_t i = 0; i < count; i++) {
    int is_c1 = bytes[i] == 0xC2 && i + 1 < count && bytes[i + 1] >= 0x80 && bytes[i + 1] < 0xA0;
    room[i] = bytes[i] < 0x20 || bytes[i] == 0x7F || is_c1 ? '?' : (char)bytes[i];
    if (is_c1) room[++i] = '?';
  }
  room[count] = 0;
}

postil_place *postil_place_make(void) {
  void *memory = mmap(NULL, sizeof(postil_place), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? NULL : memory;
}

void postil_place_free(postil_place *place) {
  if (place) munmap(place, sizeof(postil_place));
}

void postil_place_begin(postil_place *place, const uint8_t *id, size_t count) {
  if (!place) return;
  copy(place->document, sizeof place->document, id, count);
  place->is_in_module = place->is_waiting = 0;
  postil_current = place;
  postil_stack_begin(place);
}

void postil_place_end(postil_place *place) {
  if (!place) return;
  postil_current = NULL;
  postil_stack_end();
}

void postil_module_enter(const uint8_t *name, size_t count) {
  postil_place *place = postil_current;
  if (!place) return;
  copy(place->module, sizeof place->module, name, count);
  place->is_in_module = 1;
  postil_modules_running++;
}

void postil_module_leave(void) {
  postil_place *place = postil_current;
  if (!place) return;
  // While the module is still named: what it did to the channel is its doing.
  if (place->is_worker && fcntl(POSTIL_CHANNEL, F_GETFD) < 0) _exit(POSTIL_DESCRIPTOR_LOST);
  place->is_in_module = 0;
  postil_modules_running--;
}

void postil_waiting(int waits) {
  if (postil_current) postil_current->is_waiting = waits;
}

int postil_place_waits(const postil_place *place) { return place->is_waiting; }

size_t postil_place_module(const postil_place *place, uint8_t *room, size_t size) {
  if (!place->is_in_module) return 0;
  size_t count = strnlen(place->module, sizeof place->module);
  if (count > size) count = size;
  memcpy(room, place->module, count);
  return count;
}
