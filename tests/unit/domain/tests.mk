## Unit tests of room domain.
## SPDX-License-Identifier: Apache-2.0
