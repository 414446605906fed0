## Unit tests of room scan.
## SPDX-License-Identifier: Apache-2.0
