## Unit tests of the scan assembler.
## SPDX-License-Identifier: Apache-2.0
