## The program: sources of room app, linked with all rooms (LIBS_ALL).
## SPDX-License-Identifier: Apache-2.0
