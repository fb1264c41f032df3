/** How good generated rows are: trainings with known answers, many seeds, tables of results. */
@NullMarked
package io.lanewise.bench.quality;

import org.jspecify.annotations.NullMarked;
