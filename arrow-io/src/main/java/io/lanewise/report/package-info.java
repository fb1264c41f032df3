/**
 * How a scorecard is shown: as text for people, as JSON for programs, as Markdown for pages.
 *
 * <p>Scorecards flow in, in nats; characters flow out, in the unit asked for. One thread.
 */
@NullMarked
package io.lanewise.report;

import org.jspecify.annotations.NullMarked;
