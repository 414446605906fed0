/*
 * driver.c - plays a fuzz target without a fuzzer, so that it runs everywhere.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Goal: every seed, and some thousand inputs made from the seeds by chance,
 * pass through LLVMFuzzerTestOneInput and the process lives on.  Method: the
 * seeds of target fuzz_NAME are the files of tests/fuzz/seeds/NAME; the chance
 * is a seeded generator, so that a failure comes again.  Each input lies in
 * memory of exactly its size, where a sanitizer sees the byte after it.
 *
 * Speaks TAP.  FUZZ_SEED and FUZZ_RUNS in the environment change the chance;
 * FILES as arguments are played instead of the seeds, and nothing is made from
 * them.  An input that ends the process is left in NAME.crash.
 */
#include <assert.h>
#include <dirent.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define SIZE_MAX_INPUT 8192
#define RUNS 20000
#define RUNS_SECONDS 2.0	/* slow targets stop here */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerInitialize(int *argc, char ***argv) __attribute__((weak));
void __sanitizer_set_death_callback(void (*)(void)) __attribute__((weak));

struct input {
	uint8_t *bytes;
	size_t size;
};

static struct input *seeds;
static size_t seed_count;
static struct input playing;
static char crash_path[PATH_MAX];
static uint64_t chance = 1;

/* --- When the process ends under us -------------------------------------------- */

static void keep_input(void)
{
	int fd;

	if (playing.bytes == NULL)
		return;
	fd = open(crash_path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
	if (fd >= 0 && write(fd, playing.bytes, playing.size) >= 0)
		dprintf(STDERR_FILENO, "# the input is in %s\n", crash_path);
}

static void on_signal(int number)
{
	keep_input();
	signal(number, SIG_DFL);
	raise(number);
}

static void watch(void)
{
	static const int deadly[] = { SIGABRT, SIGSEGV, SIGBUS, SIGFPE,
	    SIGILL, SIGALRM };

	/* Sanitizers catch some of these themselves and call back. */
	if (__sanitizer_set_death_callback != NULL)
		__sanitizer_set_death_callback(keep_input);
	for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++)
		signal(deadly[i], on_signal);
}

/* --- Playing --------------------------------------------------------------------- */

static void play(const uint8_t *bytes, size_t size)
{
	uint8_t *exact = malloc(size > 0 ? size : 1);

	assert(exact != NULL);
	memcpy(exact, bytes, size);
	playing.bytes = exact;
	playing.size = size;
	alarm(20);	/* an input that never ends is a fault too */
	LLVMFuzzerTestOneInput(exact, size);
	alarm(0);
	playing = (struct input){ NULL, 0 };
	free(exact);
}

/* A number below limit; splitmix64. */
static size_t below(size_t limit)
{
	uint64_t z = chance += UINT64_C(0x9E3779B97F4A7C15);

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return (size_t)((z ^ (z >> 31)) % limit);
}

static uint8_t telling_byte(void)
{
	/* Separators, quotes, brackets, digits: what parsers decide by. */
	static const uint8_t telling[] = "\0\t\n\r\x04\x1D\x1E\x1F \"#%'()*+,-./"
	    "0189:;<=>?@AZ[\\]^_az{|}~\x7F\x80\xC3\xE2\xF0\xFF]C1]d2";

	return telling[below(sizeof telling - 1)];
}

/* Make n bytes of room at place, or take them out. */
static void open_gap(uint8_t *b, size_t *size, size_t place, size_t n)
{
	memmove(b + place + n, b + place, *size - place);
	*size += n;
}

static void close_gap(uint8_t *b, size_t *size, size_t place, size_t n)
{
	memmove(b + place, b + place + n, *size - place - n);
	*size -= n;
}

/* Put some bytes of any seed into the input. */
static void mix_in(uint8_t *b, size_t *size)
{
	const struct input *other = &seeds[below(seed_count)];
	size_t place = below(*size + 1), from, n;

	if (other->size == 0)
		return;
	from = below(other->size);
	n = 1 + below(other->size - from);
	if (*size + n > SIZE_MAX_INPUT)
		return;
	open_gap(b, size, place, n);
	memcpy(b + place, other->bytes + from, n);
}

static void change_once(uint8_t *b, size_t *size)
{
	size_t place = *size > 0 ? below(*size) : 0;

	switch (below(6)) {
	case 0:
		if (*size > 0)
			b[place] ^= (uint8_t)(1u << below(8));
		break;
	case 1:
		if (*size > 0)
			b[place] = telling_byte();
		break;
	case 2:
		if (*size > 0)
			close_gap(b, size, place, 1 + below(*size - place));
		break;
	case 3:
		if (*size < SIZE_MAX_INPUT) {
			open_gap(b, size, place, 1);
			b[place] = telling_byte();
		}
		break;
	case 4:
		mix_in(b, size);
		break;
	default:
		*size = place;	/* cut short */
		break;
	}
}

static void play_changed(void)
{
	const struct input *seed = &seeds[below(seed_count)];
	uint8_t bytes[SIZE_MAX_INPUT];
	size_t size = seed->size;

	memcpy(bytes, seed->bytes, size);
	for (size_t n = 1 + below(5); n > 0; n--)
		change_once(bytes, &size);
	play(bytes, size);
}

/* --- Seeds ------------------------------------------------------------------------- */

static bool load(const char *path)
{
	uint8_t bytes[SIZE_MAX_INPUT];
	FILE *file = fopen(path, "rb");
	struct input *one;

	if (file == NULL)
		return false;
	seeds = realloc(seeds, (seed_count + 1) * sizeof *seeds);
	assert(seeds != NULL);
	one = &seeds[seed_count++];
	one->size = fread(bytes, 1, sizeof bytes, file);
	fclose(file);
	one->bytes = malloc(one->size + 1);
	assert(one->bytes != NULL);
	memcpy(one->bytes, bytes, one->size);
	return true;
}

static void load_folder(const char *folder)
{
	struct dirent **names;
	int n = scandir(folder, &names, NULL, alphasort);

	for (int i = 0; i < n; i++) {
		char path[PATH_MAX];

		if (names[i]->d_name[0] != '.' && snprintf(path, sizeof path,
		    "%s/%s", folder, names[i]->d_name) < (int)sizeof path)
			load(path);
		free(names[i]);
	}
	if (n >= 0)
		free(names);
}

static long number_from(const char *variable, long otherwise)
{
	const char *text = getenv(variable);

	return text != NULL ? strtol(text, NULL, 10) : otherwise;
}

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static long play_many(long runs)
{
	double start = seconds();
	long run = 0;

	while (run < runs && seconds() - start < RUNS_SECONDS) {
		play_changed();
		run++;
	}
	return run;
}

/* "fuzz_NAME" of the path that started us. */
static const char *target_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash != NULL ? slash + 1 : path;

	return strncmp(name, "fuzz_", 5) == 0 ? name + 5 : name;
}

int main(int argc, char **argv)
{
	const char *name = target_name(argv[0]), *top = getenv("DOCKLEDGER_SRCDIR");
	long seed = number_from("FUZZ_SEED", 1);
	char folder[PATH_MAX];

	if (LLVMFuzzerInitialize != NULL)
		LLVMFuzzerInitialize(&argc, &argv);
	snprintf(crash_path, sizeof crash_path, "%s.crash", name);
	watch();
	printf("1..2\n");
	fflush(stdout);
	snprintf(folder, sizeof folder, "%s/tests/fuzz/seeds/%s",
	    top != NULL ? top : ".", name);
	for (int i = 1; i < argc; i++)
		if (!load(argv[i]))
			printf("# there is no %s\n", argv[i]);
	if (argc < 2)
		load_folder(folder);
	for (size_t i = 0; i < seed_count; i++)
		play(seeds[i].bytes, seeds[i].size);
	printf("%s 1 - %s: %zu seeds\n", seed_count > 0 ? "ok" : "not ok", name,
	    seed_count);
	fflush(stdout);
	if (argc > 1 || seed_count == 0) {
		printf("ok 2 # SKIP nothing is made from files named\n");
		return seed_count > 0 ? 0 : 1;
	}
	chance = (uint64_t)seed;
	printf("ok 2 - %s: %ld inputs made from them, FUZZ_SEED=%ld\n", name,
	    play_many(number_from("FUZZ_RUNS", RUNS)), seed);
	return 0;
}
