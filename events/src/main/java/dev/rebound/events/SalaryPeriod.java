package dev.rebound.events;

/** What a salary figure is paid for. */
public enum SalaryPeriod {
  HOUR,
  DAY,
  MONTH,
  YEAR
}
