/**
 * What is counted, and the counts.
 *
 * <p>A {@link io.lanewise.profile.Reference}, fitted once on the real data by a {@link
 * io.lanewise.profile.ReferenceFitter}, fixes the symbol space: for every column either {@link
 * io.lanewise.profile.Bins} with frozen edges or {@link io.lanewise.profile.Categories}. A {@link
 * io.lanewise.profile.Profile} is a vector of integers over it, and nothing else: merging is
 * addition, so batches, their order, merge trees and threads cannot matter.
 *
 * <p>The path of the data: a block of a {@link io.lanewise.column.Column} becomes codes (a {@code
 * ColumnEncoder}), codes become counts (a {@link io.lanewise.profile.ProfileBuilder}, one per
 * thread), builders become a profile.
 *
 * <p>Threads: references and profiles are immutable; a builder belongs to one thread.
 */
@NullMarked
package io.lanewise.profile;

import org.jspecify.annotations.NullMarked;
