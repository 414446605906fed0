## Unit tests of room ledger.
## SPDX-License-Identifier: Apache-2.0
