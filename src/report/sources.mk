## The files of room report.
## SPDX-License-Identifier: Apache-2.0

noinst_LIBRARIES += libreport.a
libreport_a_SOURCES =
