## Unit tests of room base.
## SPDX-License-Identifier: Apache-2.0
