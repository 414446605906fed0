## Unit tests of room flow.
## SPDX-License-Identifier: Apache-2.0
