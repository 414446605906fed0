## Room scan: bytes and times to scans.
## SPDX-License-Identifier: Apache-2.0
