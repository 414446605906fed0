## The files of room flow.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += libflow.a
libflow_a_SOURCES =
