## Tests of the kind fuzz (tests/README).
## SPDX-License-Identifier: Apache-2.0
