## The files of room ledger.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += libledger.a
libledger_a_SOURCES =
