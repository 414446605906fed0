## Unit tests of check characters and codes.
## SPDX-License-Identifier: Apache-2.0
