package dev.rebound.insights.growthplan.goals;

import dev.rebound.insights.growthplan.Intent;
import dev.rebound.insights.threads.CommonThread;
import java.util.UUID;

/**
 * A goal that could be taken on.
 *
 * @param id derived from the candidate, the theme, and how often the theme was closed before
 * @param thread the weakness it answers
 * @param intent what it would want, without a date
 */
public record Proposal(UUID id, CommonThread thread, Intent intent) {}
