## The files of room term.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += libterm.a
libterm_a_SOURCES =
