package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.manners.FetchSchedule;

/**
 * A task and the turn at its host that was taken for it.
 *
 * @param ready to be given back to the schedule
 */
public record Turn(FetchSchedule.Ready<Due> ready, Task task) {}
