/*
 * ui_private.h - the station while it runs: input, screens, what stops it.
 * SPDX-License-Identifier: Apache-2.0
 *
 * Bytes of the terminal become scans and keys.  Scans wait in one queue and
 * are taken in order: by the login screen while nobody is logged in, else by
 * the screen on top of the stack.  A screen answers with an outcome; only
 * the station opens and closes screens, and it does so between two scans.
 *
 * A screen asks flow, report or ledger, keeps what it shows, and draws it.
 * Drawing reads nothing from the database.
 */
#ifndef UI_UI_PRIVATE_H
#define UI_UI_PRIVATE_H
#include "base/vec.h"
#include "term/band.h"
#include "term/editor.h"
#include "term/keys.h"
#include "term/loop.h"
#include "term/sound.h"
#include "term/term.h"
#include "ui/actions.h"
#include "ui/snapshot.h"
#include "ui/ui.h"

#define STACK_MAX 12		/* screens above each other */
#define WAITING_MAX 512		/* scans kept while the database is busy */
#define LAST_WAIT_MS 3000	/* for scans that wait when the station ends */
#define BUSY_WAIT_MS 300	/* a longer wait is said */
#define BUSY_AGAIN_MS 50		/* in line for the lock, again and again */
#define BUSY_RETRY_US 1000

struct ui;
struct screen;
struct screen_class;

/* What a screen is opened with; each class says what it reads. */
struct opening {
	const struct screen_class *class;
	char name[CODE_SIZE];		/* of a flow or a list */
	char item[CODE_SIZE];
	char subject[INCIDENT_KEY_SIZE];	/* serial, order, incident */
	int64_t number;			/* order kind, job */
};

/* What shall happen after an input. */
struct outcome {
	enum { STAY, OPEN, CLOSE, HOME, AGAIN } next;
	struct opening open;	/* OPEN */
	bool pass_on;		/* OPEN: the same scan is for the new screen */
	bool from_menu;		/* OPEN: just above the menu; the rest is closed */
};
/* STAY: the screen goes on.  OPEN: another one above it.  CLOSE: back to the
 * one below.  HOME: back to the menu.  AGAIN: the database is busy; the same
 * scan is given again soon. */
struct outcome outcome_of(int next);
struct outcome outcome_open(const struct screen_class *class);

struct screen {
	const struct screen_class *class;
};

struct screen_class {
	const char *name;
	size_t size;		/* of the struct that begins with a struct screen */
	/* Fill *screen (zeroed).  False: *err says why it cannot be opened. */
	bool (*open)(struct ui *, struct screen *, const struct opening *,
	    struct err *);
	void (*close)(struct ui *, struct screen *);	/* NULL: nothing to do */
	/* Where keys are looked up, and which commands work. */
	enum situation (*situation)(const struct screen *);
	unsigned (*commands)(const struct screen *);	/* NULL: none */
	/* A scan, or a line that was keyed or pasted. */
	struct outcome (*scan)(struct ui *, struct screen *,
	    const struct scan_out *);
	/* A key that is no action.  The typed line gets what this leaves:
	 * *taken false. */
	struct outcome (*press)(struct ui *, struct screen *,
	    const struct press *, bool *taken);
	struct outcome (*act)(struct ui *, struct screen *, enum action);
	/* Does the flow wait for an answer that is no code: a PIN, a reason? */
	bool (*awaits)(const struct screen *);	/* NULL: never */
	/* Is a badge that is scanned a thing as any other (a badge's label)?
	 * NULL: it changes the operator. */
	bool (*badges)(const struct screen *);
	/* Does it take every key before anything else does (a dialog)? */
	bool (*modal)(const struct screen *);	/* NULL: never */
	/* Somebody else works here from now on.  NULL: it does not matter. */
	void (*worker)(struct ui *, struct screen *);
	/* It is on top (again), or a second has passed: read what may have
	 * changed.  NULL: nothing does. */
	void (*refresh)(struct ui *, struct screen *);
	void (*draw)(const struct ui *, const struct screen *,
	    const struct paint *);
	/* More about what is on the screen, appended to a text ("= " begins a
	 * heading).  NULL: nothing. */
	void (*describe)(const struct ui *, const struct screen *, struct str *);
	/* One paragraph for the help, not translated yet. */
	const char *help;
};

/* --- What stops the station ------------------------------------------------- */

/*
 * A STOP that waits to be acknowledged.  The band of a flow's refusal is drawn
 * by its screen; one of our own (a broken scan, a failing disk) is drawn over
 * whatever is on.  Nobody has seen it before it was painted: what was scanned
 * or pressed earlier than 300 ms after that was meant for the screen before.
 */
struct stop {
	bool own;		/* one of ours waits: title, text, hint say what */
	bool flow;		/* a refusal of the flow on top waits */
	char title[96], text[320], hint[240], code[32];
	int64_t painted_us;	/* 0: not painted yet */
	int ignored;		/* scans dropped while it stood */
	int64_t again_us;	/* when the bad tone comes again */
};

bool stop_is_on(const struct ui *ui);
/* A STOP of our own. */
void stop_raise(struct ui *ui, const char *title, const char *text,
    const char *hint, const char *code);
void stop_raise_err(struct ui *ui, const char *title, const struct err *err);
/* The flow on top has refused and waits, or waits no more; fresh: it is
 * another refusal than before. */
void stop_follow(struct ui *ui, bool stopped, bool fresh);
/* Ours was read. */
void stop_clear(struct ui *ui);
void stop_painted(struct ui *ui, int64_t now_us);
/* Was this made for an earlier screen? */
bool stop_is_early(const struct ui *ui, int64_t first_us);
/* A scan (or line) while it stands.  True: it is let through. */
bool stop_lets_pass(struct ui *ui, const struct scan_out *scan);
void stop_draw(const struct ui *ui, const struct paint *p);

/* --- The station ------------------------------------------------------------ */

enum login_state { LOGIN_NOBODY, LOGIN_PIN, LOGIN_LOCKED, LOGIN_IN };

struct login {
	enum login_state state;
	bool owner_may;		/* Enter alone begins as the owner */
	bool was_locked;	/* LOGIN_PIN: back to LOCKED, not to NOBODY */
	bool was_in;		/* LOGIN_PIN: somebody works, and keeps working */
	struct worker asked;	/* whose PIN is wanted */
	enum band_kind kind;	/* of the answer below */
	char title[160], text[280];	/* "": no answer yet */
};

struct waiting {
	struct scan_out scan;
	bool seen;		/* it was tried before: the database was busy */
	bool dropped;		/* not taken; only the scan log wants it */
	char code[32];		/* why it was dropped */
};

struct ui {
	struct station *station;
	struct ui_options options;
	struct term *term;
	struct loop *loop;
	struct sounds *sounds;
	struct scan_assembler *assembler;
	struct keys *keys;
	struct loop_timer *assemble_timer, *sound_timer, *busy_timer,
	    *second_timer;

	struct screen *stack[STACK_MAX];
	size_t depth;
	struct login login;
	struct worker worker;	/* while LOGIN_IN or LOGIN_LOCKED */
	struct stop stop;

	VEC(struct waiting *) waiting;	/* oldest first */
	bool pumping;
	bool busy;		/* another process writes */

	struct editor line;	/* what is being typed */
	char note[160];		/* a word about the last key, until the next */
	struct ui_edges edges;
	int64_t last_input_us, refreshed_us;
};

/* stack.c */
struct screen *stack_top(const struct ui *ui);
enum situation ui_situation(const struct ui *ui);
/* Do what a screen asked for. */
void ui_follow(struct ui *ui, const struct outcome *outcome);
void stack_open(struct ui *ui, const struct opening *opening);
void stack_close_to(struct ui *ui, size_t depth);
void stack_refresh(struct ui *ui);
void stack_worker(struct ui *ui);

/* input.c */
void input_bytes(void *ctx, const void *bytes, size_t n, int64_t t_us);
void input_timer(void *ctx, int64_t now_us);
void sound_timer(void *ctx, int64_t now_us);
/* A line that was keyed, or a command a key stands for. */
void input_line(struct ui *ui, const char *text, enum scan_entry entry,
    int64_t at_us);

/* queue.c */
void queue_add(struct ui *ui, const struct scan_out *scan);
/* Take scans in order until none waits or the database is busy. */
void queue_pump(struct ui *ui);
void queue_retry(void *ctx, int64_t now_us);
/* The station ends: what waits is booked now, or put into the log. */
void queue_finish(struct ui *ui);
void queue_free(struct ui *ui);

/* press.c */
void press_key(struct ui *ui, const struct press *press, int64_t t_us);
/* Does a dialog of the screen on top take every key? */
bool ui_is_modal(const struct ui *ui);
struct outcome ui_act(struct ui *ui, enum action action);

/* login.c */
void login_begin(struct ui *ui);
void login_scan(struct ui *ui, const struct scan_out *scan);
void login_press(struct ui *ui, const struct press *press);
void login_lock(struct ui *ui);
void login_sign_off(struct ui *ui);
void login_draw(const struct ui *ui, const struct paint *p);
/* A badge scanned where no flow takes it: change the operator. */
bool login_is_badge(struct ui *ui, const struct scan_out *scan);
void login_switch(struct ui *ui, const struct scan_out *scan);
/* The ledger's operator changed inside a flow. */
void login_follow_ledger(struct ui *ui);

/* status.c */
void status_read(struct ui *ui);
void status_timer(void *ctx, int64_t now_us);
void ui_sound(struct ui *ui, enum sound sound);
void ui_note(struct ui *ui, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* The text of a scan without its frame: what a code or badge says. */
void scan_plain(const struct ui *ui, const struct scan_out *scan, char *out,
    size_t size);
enum scan_command scan_command_of(const struct ui *ui,
    const struct scan_out *scan);

/* One act of a screen that is no flow: begin, do it, commit, or nothing. */
bool ui_book(struct ui *ui, bool (*act)(struct ledger *, void *ctx,
    struct err *), void *ctx, struct err *err) MUST_CHECK;

/* flow_screen.c: what a flow shows, NULL when the screen is no flow. */
const struct flow_view *flow_screen_view(const struct screen *screen);
const char *flow_screen_name(const struct screen *screen);

/* The screens there are. */
extern const struct screen_class menu_screen, flow_screen, text_screen,
    list_screen, history_screen, order_screen, carton_screen, incident_screen,
    records_screen, print_screen, label_screen;
#endif
