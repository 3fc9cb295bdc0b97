package dev.rebound.application.webhooks;

import dev.rebound.chassis.http.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The vendors by name. */
@ApplicationScoped
class Vendors {

  private final SortedMap<String, Vendor> byName = new TreeMap<>();

  /** Wired by the container. */
  @Inject
  Vendors(@Any Instance<Vendor> vendors) {
    vendors.forEach(vendor -> byName.put(vendor.name(), vendor));
  }

  /** The vendor of a name; fails with 404 where there is none. */
  Vendor named(String name) {
    return find(name).orElseThrow(Problems::notFound);
  }

  /** The vendor of a name; empty where there is none. */
  Optional<Vendor> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All of them. */
  Map<String, Vendor> all() {
    return Map.copyOf(byName);
  }
}
