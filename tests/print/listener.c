/*
 * listener.c - a label printer on a TCP port: what it receives, it prints.
 * SPDX-License-Identifier: Apache-2.0
 *
 *	listener PORT FILE [JOBS]
 *
 * One connection at a time, as such printers do; all bytes are appended to
 * FILE.  With JOBS it is switched off after so many connections.
 */
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static int die(const char *what)
{
	perror(what);
	return 1;
}

static int open_port(int port)
{
	struct sockaddr_in at = { .sin_family = AF_INET,
	    .sin_port = htons((unsigned short)port),
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int fd = socket(AF_INET, SOCK_STREAM, 0), yes = 1;

	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
	if (bind(fd, (struct sockaddr *)&at, sizeof at) != 0 || listen(fd, 1) != 0)
		return -1;
	return fd;
}

static int take(int from, int to)
{
	char bytes[4096];
	ssize_t n;

	while ((n = read(from, bytes, sizeof bytes)) > 0)
		if (write(to, bytes, (size_t)n) != n)
			return -1;
	return close(from);
}

int main(int argc, char **argv)
{
	int jobs = argc > 3 ? atoi(argv[3]) : -1;
	int port = argc > 2 ? open_port(atoi(argv[1])) : -1;
	int to = argc > 2 ? open(argv[2], O_WRONLY | O_CREAT | O_APPEND, 0666) : -1;

	if (port < 0 || to < 0)
		return die("listener PORT FILE [JOBS]");
	while (jobs != 0) {
		int from = accept(port, NULL, NULL);

		if (from < 0 || take(from, to) < 0)
			return die("listener");
		if (jobs > 0)
			jobs--;
	}
	return 0;
}
