## Tests of the kind bench (tests/README).
## SPDX-License-Identifier: Apache-2.0
