/*
 * out.c - bytes on their way to the terminal.
 * SPDX-License-Identifier: Apache-2.0
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#include "base/clock.h"
#include "base/str.h"
#include "out.h"

#define BLOCKING_CHUNK 256	/* a tty that is POLLOUT has this much room */

void out_open(struct out *out, int tty_fd)
{
	char path[32];

	str_print(path, sizeof path, "/proc/self/fd/%d", tty_fd);
	out->fd = open(path, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
	out->blocking = out->fd < 0;
	if (out->blocking)
		out->fd = tty_fd;
	str_init(&out->queue);
	out->sent = 0;
}

void out_close(struct out *out)
{
	if (!out->blocking)
		close(out->fd);
	str_done(&out->queue);
}

bool out_waits(const struct out *out)
{
	return out->sent < out->queue.len;
}

static bool is_ready(int fd, int timeout_ms)
{
	struct pollfd p = { .fd = fd, .events = POLLOUT };

	return poll(&p, 1, timeout_ms) == 1 && (p.revents & POLLOUT);
}

/* True: something was sent, try again. */
static bool send_some(struct out *out)
{
	size_t n = out->queue.len - out->sent;
	ssize_t sent;

	if (out->blocking) {
		if (!is_ready(out->fd, 0))
			return false;
		n = n < BLOCKING_CHUNK ? n : BLOCKING_CHUNK;
	}
	sent = write(out->fd, out->queue.p + out->sent, n);
	if (sent > 0)
		out->sent += (size_t)sent;
	else if (sent < 0 && errno != EAGAIN && errno != EINTR)
		out->sent = out->queue.len;	/* the terminal is gone */
	return sent > 0 || (sent < 0 && errno == EINTR);
}

void out_flush(struct out *out)
{
	while (out_waits(out) && send_some(out))
		;
	if (!out_waits(out)) {
		str_clear(&out->queue);
		out->sent = 0;
	}
}

void out_drain(struct out *out, int timeout_ms)
{
	int64_t end_us = clock_mono_us() + timeout_ms * 1000;

	out_flush(out);
	while (out_waits(out) && clock_mono_us() < end_us) {
		if (is_ready(out->fd, 20))
			out_flush(out);
	}
}
