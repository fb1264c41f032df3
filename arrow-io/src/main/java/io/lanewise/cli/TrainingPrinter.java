package io.lanewise.cli;

import io.lanewise.column.OneLine;
import io.lanewise.gan.Ending;
import io.lanewise.gan.TrainingLine;
import io.lanewise.report.TrainingLines;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Prints the lines of a training as they come. */
final class TrainingPrinter {

  private final Streams streams;
  private final TrainingLines form;
  private final boolean json;
  private int printed;

  TrainingPrinter(Streams streams, TrainingLines form, boolean json) {
    this.streams = streams;
    this.form = form;
    this.json = json;
  }

  /** Prints a line; that nobody reads on is no reason to end a training. */
  void print(TrainingLine line, @Nullable Ending ending) {
    if (json) {
      streams.write(form.json(line, printed == 0, ending).getBytes(StandardCharsets.UTF_8));
    } else {
      String heading = printed % TrainingLines.REPEAT == 0 ? form.heading() : "";
      streams.print(heading + form.text(line));
    }
    printed++;
  }

  /** Prints words for people, who alone need them. */
  void say(String words) {
    if (!json) {
      streams.print(OneLine.of(words) + System.lineSeparator());
    }
  }
}
