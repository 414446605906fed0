## The files of room store.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += libstore.a
libstore_a_SOURCES =
