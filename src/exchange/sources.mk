## The files of room exchange.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += libexchange.a
libexchange_a_SOURCES =
