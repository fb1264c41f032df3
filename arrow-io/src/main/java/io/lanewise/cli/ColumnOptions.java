package io.lanewise.cli;

import io.lanewise.evaluate.ColumnSelection;
import io.lanewise.profile.ReferenceFitter;
import io.lanewise.profile.Treatment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which columns are taken, and how their values become symbols. */
final class ColumnOptions {

  @Option(
      names = "--categorical",
      paramLabel = "COLS",
      description = "take every value of these columns as a symbol; '*' for all columns")
  private List<String> categorical = List.of();

  @Option(
      names = "--numeric",
      paramLabel = "COLS",
      description = "bin these columns, also where they look like identifiers")
  private List<String> numeric = List.of();

  @Option(names = "--columns", paramLabel = "COLS", description = "take these columns only")
  private List<String> columns = List.of();

  @Option(names = "--exclude", paramLabel = "COLS", description = "leave these columns out")
  private List<String> exclude = List.of();

  @Reads
  @Option(
      names = "--spec",
      paramLabel = "FILE",
      description = "take kinds and edges of columns from JSON; the JSON of a score will do")
  private @Nullable Path spec;

  @Option(
      names = "--bins",
      paramLabel = "N",
      converter = WholeNumber.Bins.class,
      description = "at most N bins of equal mass for a number, 2 to 64 (default: 64)")
  private int bins = ReferenceFitter.MOST_BINS;

  /** Most bins of a number. */
  int bins() {
    return bins;
  }

  /** Reads the names, and the specification. */
  ColumnChoices choices() {
    List<String> only = NameList.parse(columns);
    List<String> except = NameList.parse(exclude);
    if (!only.isEmpty() && except.containsAll(only)) {
      throw new UsageException("--exclude leaves none of the --columns");
    }
    List<String> categories = new ArrayList<>(NameList.parse(categorical));
    boolean allCategories = categories.remove("*");
    List<String> numbers = NameList.parse(numeric);
    List<ColumnChoices.Choice> choices = new ArrayList<>();
    Map<String, Treatment> treatments = new HashMap<>();
    if (spec != null) {
      SpecFile.read(spec)
          .forEach(
              (name, column) -> {
                treatments.put(name, column.treatment());
                choices.add(choice(spec + ": " + column.path(), name, column.treatment()));
              });
    }
    for (String name : numbers) {
      if (categories.contains(name)) {
        throw new UsageException("column '" + name + "' is in --numeric and in --categorical");
      }
      if (!(treatments.get(name) instanceof Treatment.WithEdges)) {
        treatments.put(name, new Treatment.AsNumbers());
      }
      choices.add(choice("--numeric", name, new Treatment.AsNumbers()));
    }
    for (String name : categories) {
      treatments.put(name, new Treatment.AsCategories());
      choices.add(choice("--categorical", name, new Treatment.AsCategories()));
    }
    only.forEach(name -> choices.add(choice("--columns", name, new Treatment.Automatic())));
    except.forEach(name -> choices.add(choice("--exclude", name, new Treatment.Automatic())));
    return new ColumnChoices(
        new ColumnSelection(
            only,
            except,
            treatments,
            allCategories ? new Treatment.AsCategories() : new Treatment.Automatic()),
        choices);
  }

  private static ColumnChoices.Choice choice(String origin, String name, Treatment treatment) {
    return new ColumnChoices.Choice(
        origin,
        new ColumnSelection(
            List.of(), List.of(), Map.of(name, treatment), new Treatment.Automatic()));
  }
}
