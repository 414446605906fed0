## The files of room domain.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += libdomain.a
libdomain_a_SOURCES =
