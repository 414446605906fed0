## Tests of the kind fault (tests/README).
## SPDX-License-Identifier: Apache-2.0
