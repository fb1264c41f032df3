package io.lanewise.report;

import io.lanewise.profile.Profile;
import java.util.ArrayList;
import java.util.List;

/**
 * What a profile holds, to be shown.
 *
 * @param source what the profile is called
 * @param bytes its size
 * @param profile the counts
 */
public record ProfileContents(String source, long bytes, Profile profile) {

  List<CountedColumn> columns() {
    List<CountedColumn> columns = new ArrayList<>();
    for (int i = 0; i < profile.columns().size(); i++) {
      columns.add(
          new CountedColumn(profile.reference().columns().get(i), profile.columns().get(i)));
    }
    return columns;
  }
}
