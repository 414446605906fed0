## The files of room ui.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += libui.a
libui_a_SOURCES =
