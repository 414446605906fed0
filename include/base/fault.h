/*
 * fault.h - faults on purpose, for tests.
 * SPDX-License-Identifier: Apache-2.0
 *
 * DOCKLEDGER_FAULT="write:12" makes the 12th database write of the process
 * fail, "sync:3" the third sync, "alloc:7" the seventh allocation, "full:9"
 * every write from the ninth on with "disk full", "kill:5" ends the process
 * by SIGKILL at the fifth write (fault_due(FAULT_KILL) does it and does not
 * return), "step:4" at the fourth step of the worker in the background: before
 * and after each thing that it writes down or tells CUPS.  Several are written
 * with commas between: "sync:1,alloc:90".  A value that is not understood ends
 * the process with status 2.  Without the variable nothing is counted.
 */
#ifndef BASE_FAULT_H
#define BASE_FAULT_H
#include <stdbool.h>

enum fault_point { FAULT_ALLOC, FAULT_WRITE, FAULT_SYNC, FAULT_FULL,
    FAULT_KILL, FAULT_STEP, FAULT_POINTS };

/* Read the environment; called once at start. */
void fault_start(void);
/* True when the fault of this kind is due now. */
bool fault_due(enum fault_point);
/* Will it be due when the point is passed next? */
bool fault_is_next(enum fault_point);
/* Tests in one process: arm one point (n = 0: disarm). */
void fault_arm(enum fault_point, long n);
/* How often the point was passed since it was armed. */
long fault_passed(enum fault_point);
#endif
