package dev.rebound.insights.perspective;

import dev.rebound.events.Energy;
import dev.rebound.events.RoleReflection;
import dev.rebound.insights.contexts.ApplicationFacts;
import dev.rebound.insights.contexts.CandidateContexts;
import dev.rebound.insights.contexts.Reflection;
import dev.rebound.insights.figures.Basis;
import dev.rebound.insights.figures.Share;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the roles themselves did not suit, by the candidate's own reflections.
 *
 * @param reflections how many reflections say anything about the role
 * @param dayToDayRated how many of these say whether the days could be pictured
 * @param dayToDayLow how many of those at 1 or 2 of 5
 * @param components how many parts of job descriptions were rated
 * @param deEnergizing how many of these drain energy, fully or somewhat
 * @param deEnergizingShare the latter as a share of the former
 */
public record RoleMismatch(
    Basis status,
    int reflections,
    int dayToDayRated,
    int dayToDayLow,
    @Nullable Share dayToDayLowShare,
    int components,
    int deEnergizing,
    @Nullable Share deEnergizingShare) {

  private static final int LOW = 2;

  static RoleMismatch of(CandidateContexts candidate) {
    List<RoleReflection> roles =
        candidate.applications().stream().flatMap(RoleMismatch::role).toList();
    List<Integer> days =
        roles.stream().flatMap(role -> Stream.ofNullable(role.dayToDay())).toList();
    int low = (int) days.stream().filter(day -> day <= LOW).count();
    List<Energy> energies =
        roles.stream()
            .flatMap(role -> role.components().stream())
            .map(RoleReflection.ComponentEnergy::energy)
            .toList();
    int draining =
        (int)
            energies.stream()
                .filter(e -> e == Energy.DE_ENERGIZING || e == Energy.SOMEWHAT_DE_ENERGIZING)
                .count();
    return new RoleMismatch(
        Basis.of(roles.size()),
        roles.size(),
        days.size(),
        low,
        Share.of(low, days.size()),
        energies.size(),
        draining,
        Share.of(draining, energies.size()));
  }

  private static Stream<RoleReflection> role(ApplicationFacts application) {
    Reflection reflection = application.reflection();
    RoleReflection role = reflection == null ? null : reflection.role();
    return role == null || (role.dayToDay() == null && role.components().isEmpty())
        ? Stream.empty()
        : Stream.of(role);
  }
}
