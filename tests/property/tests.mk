## Tests of the kind property (tests/README).
## SPDX-License-Identifier: Apache-2.0
