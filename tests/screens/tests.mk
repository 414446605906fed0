## Tests of the kind screens (tests/README).
## SPDX-License-Identifier: Apache-2.0
