/*
 * element.c - one element of a template, read.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "label/font.h"
#include "label/label_private.h"
#include "scan/gs1.h"

#define SIDE_MAX 1000.0		/* mm */
#define MODULE_MIN 0.1
#define MODULE_MAX 5.0
#define SIZE_MIN 0.8
#define SIZE_MAX_MM 200.0
#define HRI_SIZE 2.4
#define PICTURE_DOTS_PER_MM 40	/* kept at this; taken at the printer's dots */

static const char *const kinds[] = { "text", "code128", "gs1_128", "datamatrix",
    "gs1_datamatrix", "qr", "gs1_qr", "line", "box", "image", NULL };
static const char *const fits[] = { "error", "shrink", "wrap", NULL };
static const char *const aligns[] = { "left", "center", "right", NULL };
static const char *const valigns[] = { "top", "middle", "bottom", NULL };
static const char *const hris[] = { "none", "below", NULL };
static const char *const levels[] = { "L", "M", "Q", "H", NULL };

bool
element_is_symbol(enum element_kind k)
{
	return k >= EL_CODE128 && k <= EL_GS1_QR;
}

bool
element_is_linear(enum element_kind k)
{
	return k == EL_CODE128 || k == EL_GS1_128;
}

bool
element_is_gs1(enum element_kind k)
{
	return k == EL_GS1_128 || k == EL_GS1_DATAMATRIX || k == EL_GS1_QR;
}

const char *
element_kind_name(enum element_kind k)
{
	return kinds[k];
}

bool
element_stands(const struct element *e, const struct filled *f)
{
	return (e->when < 0 || f->value[e->when][0] != '\0') &&
	    (e->unless < 0 || f->value[e->unless][0] == '\0');
}

bool
element_fault(const struct label *l, const struct element *e, struct err *err,
    const char *code, const char *fmt, ...)
{
	char words[sizeof err->what], detail[sizeof err->detail];
	char kept[sizeof err->code];
	bool built_in;
	va_list args;

	/* what stood in *err may be among the arguments */
	va_start(args, fmt);
	vsnprintf(words, sizeof words, fmt, args);
	va_end(args);
	str_copy(detail, sizeof detail, err->detail);
	str_copy(kept, sizeof kept, code);
	err_clear(err);
	built_in = strcmp(l->info.source, "built in") == 0;
	err_code(err, ERR_INPUT, kept, "%s%s:%d: element \"%.32s\": %.180s",
	    built_in ? l->info.name : l->info.source, built_in ? ".label" : "",
	    e->line, e->name, words);
	return err_detail(err, "%s", detail);
}

/* --- Reading ------------------------------------------------------------------ */

/* The field that when and unless name. */
static bool
read_condition(struct reader *r, const struct conf_node *group,
    const char *name, int *out)
{
	char field[LABEL_NAME_SIZE] = "";

	*out = -1;
	if (!read_word(r, group, name, field, sizeof field))
		return false;
	if (field[0] == '\0')
		return true;
	*out = field_index(r->label, field, strlen(field));
	return *out >= 0 || conf_fault(r->conf, conf_get(group, name), r->err,
	    "%s: there is no field \"%s\"", name, field);
}

static bool
read_fill(struct reader *r, const struct conf_node *group, const char *name,
    struct fill *out)
{
	const char *text = NULL;
	struct err why;

	if (!conf_text(r->conf, group, name, &text, r->err))
		return false;
	if (text == NULL)
		return conf_fault(r->conf, group, r->err, "%s is missing", name);
	if (font_characters(text) == FONT_NOT_UTF8)
		return conf_fault(r->conf, conf_get(group, name), r->err,
		    "%s is not UTF-8, or has control characters", name);
	return fill_parse(r->label, text, out, &why) ||
	    conf_fault(r->conf, conf_get(group, name), r->err, "%s: %s", name,
	    why.what);
}

static bool
read_ais(struct reader *r, const struct conf_node *group, struct element *e)
{
	static const char *const names[] = { "ai", "value", NULL };
	const struct conf_node *list = conf_get(group, "data");

	if (list == NULL || conf_type(list) != CONF_LIST ||
	    conf_count(list) == 0 || conf_count(list) > AIS_MAX)
		return conf_fault(r->conf, list == NULL ? group : list, r->err,
		    "data is a ( list ) of 1 to %d { ai = ...; value = ... }",
		    AIS_MAX);
	for (size_t i = 0; i < conf_count(list); i++) {
		const struct conf_node *node = conf_at(list, i);
		struct element_ai *ai = &e->ais[i];

		if (conf_type(node) != CONF_GROUP)
			return conf_fault(r->conf, list, r->err,
			    "data holds groups { ai = ...; value = ... }");
		e->n_ais++;
		if (!conf_only(r->conf, node, names, r->err) ||
		    !read_word(r, node, "ai", ai->ai, sizeof ai->ai) ||
		    !read_fill(r, node, "value", &ai->value))
			return false;
		if (gs1_title(ai->ai) == NULL)
			return conf_fault(r->conf, node, r->err,
			    "\"%s\" is no application identifier", ai->ai);
	}
	return true;
}

static bool
read_symbol(struct reader *r, const struct conf_node *g, struct element *e)
{
	int level = 1, hri = 0;

	e->module = 0;
	e->size = HRI_SIZE;
	if (!read_mm(r, g, "module", MODULE_MIN, MODULE_MAX, &e->module) ||
	    !read_mm(r, g, "size", SIZE_MIN, SIZE_MAX_MM, &e->size) ||
	    !read_choice(r, g, "level", levels, &level) ||
	    !read_choice(r, g, "hri", hris, &hri) ||
	    !conf_bool(r->conf, g, "utf8", &e->utf8, r->err))
		return false;
	e->level = level + 1;
	e->hri = hri == 1;
	if (e->module <= 0)
		return conf_fault(r->conf, g, r->err, "module is missing");
	if (element_is_linear(e->kind) && e->height <= 0)
		return conf_fault(r->conf, g, r->err,
		    "height is missing: of the bars, without their text");
	if (e->hri && !element_is_linear(e->kind))
		return conf_fault(r->conf, g, r->err,
		    "hri is for code128 and gs1_128; write a text beside it");
	if (e->utf8 && (element_is_linear(e->kind) || element_is_gs1(e->kind)))
		return conf_fault(r->conf, g, r->err,
		    "utf8 is for datamatrix and qr");
	return element_is_gs1(e->kind) ? read_ais(r, g, e) :
	    read_fill(r, g, "data", &e->data);
}

static bool
read_text(struct reader *r, const struct conf_node *g, struct element *e)
{
	int fit = FIT_ERROR, valign = VALIGN_TOP;

	if (!read_mm(r, g, "size", SIZE_MIN, SIZE_MAX_MM, &e->size) ||
	    !read_mm(r, g, "min_size", SIZE_MIN, SIZE_MAX_MM, &e->min_size) ||
	    !read_choice(r, g, "fit", fits, &fit) ||
	    !read_choice(r, g, "valign", valigns, &valign) ||
	    !conf_bool(r->conf, g, "bold", &e->bold, r->err) ||
	    !conf_bool(r->conf, g, "mono", &e->mono, r->err))
		return false;
	e->fit = (enum fit)fit;
	e->valign = (enum valign)valign;
	if (e->width <= 0 || e->height <= 0 || e->size <= 0)
		return conf_fault(r->conf, g, r->err,
		    "a text needs width, height and size");
	if (e->min_size <= 0)
		e->min_size = e->size * 0.6;
	if (e->min_size > e->size)
		return conf_fault(r->conf, g, r->err, "min_size is above size");
	return read_fill(r, g, "text", &e->data);
}

static bool
read_drawing(struct reader *r, const struct conf_node *g, struct element *e)
{
	e->stroke = 0.25;
	e->to_x = e->x;
	e->to_y = e->y;
	if (!read_mm(r, g, "stroke", 0.05, 20, &e->stroke) ||
	    !read_mm(r, g, "to_x", 0, SIDE_MAX, &e->to_x) ||
	    !read_mm(r, g, "to_y", 0, SIDE_MAX, &e->to_y))
		return false;
	if (e->kind == EL_LINE && (e->to_x == e->x) == (e->to_y == e->y))
		return conf_fault(r->conf, g, r->err, "a line runs level or "
		    "upright: give it either to_x or to_y");
	if (e->kind == EL_LINE && (e->to_x < e->x || e->to_y < e->y))
		return conf_fault(r->conf, g, r->err,
		    "a line runs to the right or down");
	if (e->kind != EL_LINE && (e->width <= 0 || e->height <= 0))
		return conf_fault(r->conf, g, r->err, "width and height are missing");
	return true;
}

/* A picture lies beside its template, nowhere else. */
static bool
read_image(struct reader *r, const struct conf_node *g, struct element *e)
{
	char file[64] = "", path[sizeof r->label->folder + sizeof file];
	const char *fault;

	if (!read_drawing(r, g, e) || !read_word(r, g, "file", file, sizeof file))
		return false;
	if (file[0] == '\0' || file[0] == '.' || strchr(file, '/') != NULL)
		return conf_fault(r->conf, g, r->err,
		    "file is the name of a .png beside this template");
	if (r->label->folder[0] == '\0')
		return conf_fault(r->conf, g, r->err,
		    "this template has no folder to take pictures from");
	str_print(path, sizeof path, "%s/%s", r->label->folder, file);
	fault = font_picture(path, (int)(e->width * PICTURE_DOTS_PER_MM),
	    (int)(e->height * PICTURE_DOTS_PER_MM), &e->image);
	return fault == NULL || conf_fault(r->conf, g, r->err, "%s: %s", file,
	    fault);
}

static bool
read_place(struct reader *r, const struct conf_node *g, struct element *e)
{
	int align = ALIGN_LEFT;

	e->x = e->y = -1;
	if (!read_mm(r, g, "x", 0, SIDE_MAX, &e->x) ||
	    !read_mm(r, g, "y", 0, SIDE_MAX, &e->y) ||
	    !read_mm(r, g, "width", 0.1, SIDE_MAX, &e->width) ||
	    !read_mm(r, g, "height", 0.1, SIDE_MAX, &e->height) ||
	    !conf_int(r->conf, g, "turn", 0, 270, &e->turn, r->err) ||
	    !read_choice(r, g, "align", aligns, &align) ||
	    !read_condition(r, g, "when", &e->when) ||
	    !read_condition(r, g, "unless", &e->unless))
		return false;
	e->align = (enum align)align;
	if (e->x < 0 || e->y < 0)
		return conf_fault(r->conf, g, r->err, "x and y are missing");
	return e->turn % 90 == 0 || conf_fault(r->conf, g, r->err,
	    "turn is 0, 90, 180 or 270");
}

/* What each kind may have beside its place. */
static bool
read_names(struct reader *r, const struct conf_node *g, enum element_kind kind)
{
	static const char *const text[] = { "kind", "name", "x", "y", "width",
	    "height", "turn", "align", "when", "unless", "text", "size",
	    "min_size", "fit", "valign", "bold", "mono", NULL };
	static const char *const symbol[] = { "kind", "name", "x", "y", "width",
	    "height", "turn", "align", "when", "unless", "data", "module", "hri",
	    "size", "level", "utf8", NULL };
	static const char *const line[] = { "kind", "name", "x", "y", "to_x",
	    "to_y", "stroke", "when", "unless", NULL };
	static const char *const box[] = { "kind", "name", "x", "y", "width",
	    "height", "stroke", "when", "unless", NULL };
	static const char *const image[] = { "kind", "name", "x", "y", "width",
	    "height", "file", "when", "unless", NULL };

	return conf_only(r->conf, g, kind == EL_TEXT ? text :
	    kind == EL_LINE ? line : kind == EL_BOX ? box :
	    kind == EL_IMAGE ? image : symbol, r->err);
}

static bool
read_own(struct reader *r, const struct conf_node *g, struct element *e)
{
	if (e->kind == EL_TEXT)
		return read_text(r, g, e);
	if (e->kind == EL_IMAGE)
		return read_image(r, g, e);
	return element_is_symbol(e->kind) ? read_symbol(r, g, e) :
	    read_drawing(r, g, e);
}

bool
element_read(struct reader *r, const struct conf_node *g, struct element *e)
{
	int kind = -1;

	e->line = conf_line(g);
	str_print(e->name, sizeof e->name, "element %zu",
	    r->label->elements.n);
	if (conf_type(g) != CONF_GROUP)
		return conf_fault(r->conf, g, r->err, "an element is a { group }");
	if (!read_choice(r, g, "kind", kinds, &kind))
		return false;
	if (kind < 0)
		return conf_fault(r->conf, g, r->err, "kind is missing");
	e->kind = (enum element_kind)kind;
	return read_word(r, g, "name", e->name, sizeof e->name) &&
	    read_names(r, g, e->kind) &&
	    read_place(r, g, e) && read_own(r, g, e);
}

void
element_done(struct element *e)
{
	fill_done(&e->data);
	for (size_t i = 0; i < e->n_ais; i++)
		fill_done(&e->ais[i].value);
	if (e->image.bits != NULL)
		bits_done(&e->image);
}
