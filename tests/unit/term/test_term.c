/*
 * test_term.c - what can be said of terminal and sound without a terminal.
 * The rest is played by tests/screens/term_*.test.
 * SPDX-License-Identifier: Apache-2.0
 */
#include "term_unit.h"
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <unistd.h>
#include "base/err.h"
#include "base/str.h"
#include "term/sound.h"
#include "term/term.h"

static void term_class_of__knows__four_sizes(void **state)
{
	(void)state;
	assert_int_equal(term_class_of(24, 80), TERM_WIDE);
	assert_int_equal(term_class_of(60, 200), TERM_WIDE);
	assert_int_equal(term_class_of(23, 80), TERM_MIDDLE);
	assert_int_equal(term_class_of(24, 79), TERM_MIDDLE);
	assert_int_equal(term_class_of(16, 40), TERM_MIDDLE);
	assert_int_equal(term_class_of(15, 40), TERM_NARROW);
	assert_int_equal(term_class_of(16, 20), TERM_NARROW);
	assert_int_equal(term_class_of(8, 20), TERM_NARROW);
	assert_int_equal(term_class_of(7, 20), TERM_TINY);
	assert_int_equal(term_class_of(50, 19), TERM_TINY);
}

static void term_start__refuses__what_is_no_terminal(void **state)
{
	int kept = dup(STDIN_FILENO), null = open("/dev/null", O_RDWR);
	struct err err;
	struct term *term;

	(void)state;
	err_clear(&err);
	dup2(null, STDIN_FILENO);
	term = term_start(&err);
	dup2(kept, STDIN_FILENO);
	close(kept);
	close(null);
	assert_null(term);
	assert_int_equal(err.kind, ERR_ENV);
	assert_true(err.hint[0] != '\0');
	term_restore();			/* harmless, and so is stopping */
	term_stop(NULL);
}

static void sound_mode_of__knows__the_console(void **state)
{
	(void)state;
	assert_int_equal(sound_mode_of("linux"), SOUND_VT);
	assert_int_equal(sound_mode_of("linux-16color"), SOUND_VT);
	assert_int_equal(sound_mode_of("linuxish"), SOUND_BEL);
	assert_int_equal(sound_mode_of("vt220"), SOUND_BEL);
}

static void sounds_new__refuses__unknown_settings__unwatched(void **state)
{
	struct err err;

	(void)state;
	err_clear(&err);
	assert_null(sounds_new(NULL, "loud", &err));
	assert_int_equal(err.kind, ERR_INPUT);
	assert_null(sounds_new(NULL, "cmd:", &err));
	assert_int_equal(err.kind, ERR_INPUT);
	assert_null(sounds_new(NULL, "cmd:/no/such/program", &err));
	assert_int_equal(err.kind, ERR_ENV);
}

/* What file holds, once it holds wanted bytes. */
static void read_when(const char *path, size_t wanted, char *out, size_t size)
{
	size_t n = 0;

	for (int i = 0; i < 30000 && n < wanted; i++) {
		FILE *file = fopen(path, "re");

		n = file != NULL ? fread(out, 1, size - 1, file) : 0;
		if (file != NULL)
			fclose(file);
		if (n < wanted)
			poll(NULL, 0, 1);
	}
	out[n] = '\0';
}

static void sound_play__tells__its_command(void **state)
{
	char path[] = "/tmp/sound-XXXXXX", setting[64], heard[64];
	int fd = mkstemp(path);
	struct err err;
	struct sounds *sounds;

	(void)state;
	assert_true(fd >= 0);
	close(fd);
	str_print(setting, sizeof setting, "cmd:tee  %s", path);
	err_clear(&err);
	sounds = sounds_new(NULL, setting, &err);
	assert_non_null(sounds);
	assert_true(sound_command_lives(sounds));
	sound_play(sounds, SOUND_BAD, 0);
	sound_play(sounds, SOUND_GOOD, 10);
	assert_int_equal(sound_deadline(sounds), -1);
	read_when(path, 9, heard, sizeof heard);
	sounds_free(sounds);
	unlink(path);
	assert_string_equal(heard, "bad\ngood\n");
}

/* A command that has ended is noticed when it is to speak. */
static void sound_play__does_without__a_dead_command(void **state)
{
	struct err err;
	struct sounds *sounds;

	(void)state;
	err_clear(&err);
	sounds = sounds_new(NULL, "cmd:true", &err);
	assert_non_null(sounds);
	for (int i = 0; i < 30000 && sound_command_lives(sounds); i++) {
		sound_play(sounds, SOUND_BAD, 0);
		poll(NULL, 0, 1);
	}
	assert_false(sound_command_lives(sounds));
	sound_play(sounds, SOUND_BAD, 0);
	assert_int_equal(sound_deadline(sounds), -1);
	sounds_free(sounds);
}

static void sound_play__is_silent__when_told(void **state)
{
	struct err err;
	struct sounds *sounds;

	(void)state;
	err_clear(&err);
	sounds = sounds_new(NULL, "none", &err);
	assert_non_null(sounds);
	sound_play(sounds, SOUND_BAD, 0);
	assert_int_equal(sound_deadline(sounds), -1);
	sounds_free(sounds);
}

UNIT_MAIN(
    cmocka_unit_test(term_class_of__knows__four_sizes),
    cmocka_unit_test(term_start__refuses__what_is_no_terminal),
    cmocka_unit_test(sound_mode_of__knows__the_console),
    cmocka_unit_test(sounds_new__refuses__unknown_settings__unwatched),
    cmocka_unit_test(sound_play__tells__its_command),
    cmocka_unit_test(sound_play__does_without__a_dead_command),
    cmocka_unit_test(sound_play__is_silent__when_told),
)
