## Tests of the kind flow (tests/README).
## SPDX-License-Identifier: Apache-2.0
