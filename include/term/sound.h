/*
 * sound.h - what a verdict sounds like.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Verdicts differ by the number and the spacing of bells, so that they are
 * told apart on a terminal with one tone; on the Linux console by pitch and
 * length too.  A bench with a speaker names a command instead: it is started
 * once, without a shell, and reads a word a line ("good", "bad", "done",
 * "warn", "tick") on its standard input.
 *
 * A pattern takes time: sound_play rings the first bell, and the owner calls
 * sound_tick at sound_deadline for the others.  A new sound ends the one
 * before it.  Repeating a bad tone until it is acknowledged is the owner's.
 */
#ifndef TERM_SOUND_H
#define TERM_SOUND_H
#include <stdbool.h>
#include <stdint.h>
#include "base/err.h"

struct term;
struct sounds;

enum sound { SOUND_GOOD, SOUND_BAD, SOUND_DONE, SOUND_WARN, SOUND_TICK,
    SOUND_COUNT };
enum sound_mode { SOUND_NONE, SOUND_BEL, SOUND_VT, SOUND_COMMAND };

#define SOUND_BAD_REPEAT_US 4000000	/* how often a STOP repeats itself */

const char *sound_name(enum sound sound);
/* The mode a terminal can do: VT on "linux", else BEL. */
enum sound_mode sound_mode_of(const char *term_name);
/*
 * setting: "none", "bel", "vt", "auto", or "cmd:" and a program with its
 * arguments, divided by blanks.  ERR_INPUT: another word.  ERR_ENV: the
 * program could not be started.  The term is borrowed; NULL: none, so that
 * only a command is heard.
 */
struct sounds *sounds_new(struct term *term, const char *setting,
    struct err *err) MUST_CHECK;
void sounds_free(struct sounds *sounds);
void sound_play(struct sounds *sounds, enum sound sound, int64_t now_us);
void sound_tick(struct sounds *sounds, int64_t now_us);
int64_t sound_deadline(const struct sounds *sounds);	/* -1: silent */
/* False: the command has ended or does not read any more; bells are rung. */
bool sound_command_lives(const struct sounds *sounds);
#endif
