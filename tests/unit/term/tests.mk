## Unit tests of room term.
## SPDX-License-Identifier: Apache-2.0
