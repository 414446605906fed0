## Unit tests of room exchange.
## SPDX-License-Identifier: Apache-2.0
