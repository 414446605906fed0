## Screens of the stations.
## SPDX-License-Identifier: Apache-2.0

SCREENS_UI =
