package io.lanewise.gan;

import io.lanewise.container.Entries;
import io.lanewise.kernel.AdamSettings;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Settings as words of a container. */
final class SettingsEntries {

  private SettingsEntries() {}

  static void write(GanSettings settings, Entries entries) {
    entries.put("generator", list(settings.generator()));
    entries.put("discriminator", list(settings.discriminator()));
    entries.put("latent", Integer.toString(settings.latent()));
    entries.put("prior", settings.prior().name());
    entries.put("batch", Integer.toString(settings.batch()));
    entries.put("pack", Integer.toString(settings.pack()));
    entries.put("loss", settings.loss().name());
    entries.put("dropout", Double.toString(settings.dropout()));
    entries.put("label.smoothing", Double.toString(settings.labelSmoothing()));
    entries.put("soft.bins", Integer.toString(settings.softBins()));
    entries.put("temperature", Double.toString(settings.temperature()));
    entries.put("generator.optimizer", optimizer(settings.generatorOptimizer()));
    entries.put("discriminator.optimizer", optimizer(settings.discriminatorOptimizer()));
    entries.put("steady.steps", Integer.toString(settings.steadySteps()));
    entries.put("averaging", Double.toString(settings.averaging()));
  }

  static GanSettings read(Entries entries) {
    return new GanSettings(
        units(entries.word("generator")),
        units(entries.word("discriminator")),
        number(entries, "latent"),
        Prior.valueOf(entries.word("prior")),
        number(entries, "batch"),
        number(entries, "pack"),
        GanLoss.valueOf(entries.word("loss")),
        share(entries, "dropout"),
        share(entries, "label.smoothing"),
        number(entries, "soft.bins"),
        share(entries, "temperature"),
        optimizer(entries, "generator.optimizer"),
        optimizer(entries, "discriminator.optimizer"),
        number(entries, "steady.steps"),
        share(entries, "averaging"));
  }

  private static String list(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static List<Integer> units(String words) {
    return words.isEmpty()
        ? List.of()
        : Arrays.stream(words.split(",", -1)).map(Integer::valueOf).toList();
  }

  private static int number(Entries entries, String name) {
    return Integer.parseInt(entries.word(name));
  }

  private static double share(Entries entries, String name) {
    return Double.parseDouble(entries.word(name));
  }

  private static String optimizer(Optimizer optimizer) {
    return switch (optimizer) {
      case Optimizer.Adam(AdamSettings(double rate, double beta1, double beta2, double epsilon)) ->
          "adam," + rate + "," + beta1 + "," + beta2 + "," + epsilon;
      case Optimizer.Sgd(double rate, double momentum) -> "sgd," + rate + "," + momentum;
    };
  }

  private static Optimizer optimizer(Entries entries, String name) {
    String word = entries.word(name);
    List<String> parts = List.of(word.split(",", -1));
    Function<Integer, Double> number = i -> Double.valueOf(parts.get(i));
    if (parts.getFirst().equals("adam") && parts.size() == 5) {
      return new Optimizer.Adam(
          new AdamSettings(number.apply(1), number.apply(2), number.apply(3), number.apply(4)));
    }
    if (parts.getFirst().equals("sgd") && parts.size() == 3) {
      return new Optimizer.Sgd(number.apply(1), number.apply(2));
    }
    throw new IllegalArgumentException("'" + word + "' is no optimizer");
  }
}
