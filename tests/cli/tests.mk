## Tests of the kind cli (tests/README).
## SPDX-License-Identifier: Apache-2.0
