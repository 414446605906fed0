## Tests of the kind lint (tests/README).
## SPDX-License-Identifier: Apache-2.0
