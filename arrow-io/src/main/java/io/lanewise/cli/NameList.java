package io.lanewise.cli;

import java.util.ArrayList;
import java.util.List;

/** Column names in an option: separated by commas, a comma inside a name written {@code \,}. */
final class NameList {

  private NameList() {}

  /** The names of all values of a repeated option. */
  static List<String> parse(List<String> values) {
    List<String> names = new ArrayList<>();
    for (String value : values) {
      StringBuilder name = new StringBuilder();
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == '\\' && i + 1 < value.length() && value.charAt(i + 1) == ',') {
          name.append(',');
          i++;
        } else if (c == ',') {
          names.add(name.toString());
          name.setLength(0);
        } else {
          name.append(c);
        }
      }
      names.add(name.toString());
    }
    return names;
  }
}
