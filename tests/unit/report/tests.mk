## Unit tests of room report.
## SPDX-License-Identifier: Apache-2.0
