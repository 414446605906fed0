## Unit tests of room store.
## SPDX-License-Identifier: Apache-2.0
