## The files of room agent: the worker in the background.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += libagent.a
libagent_a_SOURCES = \
	include/agent/agent.h src/agent/agent_private.h \
	src/agent/agent.c src/agent/submit.c src/agent/follow.c \
	src/agent/printers.c src/agent/outbox.c \
	include/agent/render.h src/agent/render.c
