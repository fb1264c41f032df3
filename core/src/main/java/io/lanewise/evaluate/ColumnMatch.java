package io.lanewise.evaluate;

import io.lanewise.column.Field;
import io.lanewise.profile.Treatment;

/**
 * A column of the real data and the one of the generated data that it is compared with.
 *
 * @param realPosition its position in the real table
 * @param generatedPosition its position in the generated table
 * @param real its field in the real table
 * @param generated its field in the generated table
 * @param treatment how its values are to become symbols
 */
public record ColumnMatch(
    int realPosition, int generatedPosition, Field real, Field generated, Treatment treatment) {}
