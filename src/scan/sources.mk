## The files of room scan.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += libscan.a
libscan_a_SOURCES =
