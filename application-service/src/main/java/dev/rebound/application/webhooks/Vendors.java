package dev.rebound.application.webhooks;

import dev.rebound.chassis.http.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
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
    Vendor vendor = byName.get(name);
    if (vendor == null) {
      throw Problems.notFound();
    }
    return vendor;
  }

  /** All of them. */
  Map<String, Vendor> all() {
    return Map.copyOf(byName);
  }
}
