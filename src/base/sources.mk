## The files of room base.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += libbase.a
libbase_a_SOURCES =
