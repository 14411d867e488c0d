package majix.query;

import java.time.LocalDateTime;
import java.time.ZoneId;

/// The clock that relative dates are counted from, and the zone that days are cut in. Given to the parser as a
/// supplier: a query without `d:` never asks, and reading the zone database costs a cold JVM some milliseconds.
///
/// @param time local time
/// @param zone the user's zone
public record Now(LocalDateTime time, ZoneId zone) {}
